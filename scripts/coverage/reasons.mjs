// @ts-check
// Owns: why a function is not, and will not be, within reach. What fits no row is planned for the C layer.
// Must not know: what is reached by now: that comes first.

const quic = 'QUIC is out of scope';

/** @type {import('./classify.mjs').Reason[]} */
export const reasons = [
  { name: /_quic_|_domain(_flags)?$|_listener$|^SSL_listen(_ex)?$/, reason: quic },
  { name: /_stream(s|_|$)|^SSL_stream_/, reason: quic },
  { name: /_value_uint$|_feature_|_event_handling_mode$|_blocking_mode$/, reason: quic },
  { name: /_connection(_queue_len)?$|_conn_close_info$|_pending_conn_cb$|_peer_addr$|_net_dgram$/, reason: quic },
  { name: /^SSL_(poll|as_poll_descriptor)$/, reason: quic },
  { name: /^SSL_(write_ex2|shutdown_ex)$/, reason: `${quic}: without it they do what SSL_write_ex and SSL_shutdown do` },
  { name: /_async($|_)/, reason: 'asynchronous jobs switch stacks, which JavaScript cannot stand: there is no SSL_MODE_ASYNC' },
  { name: /_srp_|_SRP_/, reason: 'SRP beyond what a handshake needs: OpenSSL 3.0 deprecated all of it' },
  { name: /./, text: /\bFILE \*/, reason: 'needs a `FILE *`, which JavaScript does not have' },
  { name: /_use_RSAPrivateKey_ASN1$/, reason: 'OpenSSL 3.0 deprecated it: `…use_PrivateKey…` reads keys of every kind' },
  {
    name: /^SSL_COMP_set0_compression_methods$/,
    reason: 'takes the memory of a list that all contexts of the process use, without a lock',
  },
  { name: /^SSL_set_debug$/, reason: 'has done nothing since OpenSSL 1.1.0' },
  { name: /^SSL_test_functions$/, reason: "for OpenSSL's own tests" },
];
