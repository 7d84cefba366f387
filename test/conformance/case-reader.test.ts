// What a handshake test's sections are made into, and that nothing in them is overlooked.

import { describe, expect, test } from '@jest/globals';
import { readCases } from './case-reader.ts';
import { parseConfiguration } from './configuration.ts';

const base = `num_tests = 1
test-0 = 0-first
[0-first]
ssl_conf = ssl
[ssl]
server = server-commands
client = client-commands
[server-commands]
ECDSA.Certificate = ec.pem
RSA.Certificate = rsa.pem
Options = -SessionTicket
[client-commands]
VerifyMode = Peer
`;
const read = (text: string) => readCases(parseConfiguration(base + text, 'a.cnf'), 'a.cnf');

describe('a handshake test', () => {
  test('has its commands in order, without their labels, and what is not said is as the tests have it', () => {
    const [only] = read('[test-0]\n');
    expect(only?.commands).toEqual({
      server: [
        ['Certificate', 'ec.pem'],
        ['Certificate', 'rsa.pem'],
        ['Options', '-SessionTicket'],
      ],
      client: [['VerifyMode', 'Peer']],
      server2: null,
      resumeServer: null,
      resumeClient: null,
    });
    expect(only).toMatchObject({
      name: '0-first',
      method: 'TLS',
      mode: 'Simple',
      applicationData: 256,
      maxFragmentSize: 512,
      expected: { result: 'Success', serverName: 'None', resumption: false, compression: false, protocol: null, clientAlert: null },
    });
  });

  test('has the extras that its section names', () => {
    const [only] = read(`[test-0]
HandshakeMode = Resume
ExpectedServerAlert = NoApplicationProtocol
SessionTicketExpected = Yes
client = extra
resume-client = resume-extra
server2 = extra2
[extra]
ServerName = server2
EnablePHA = yes
[resume-extra]
MaxFragmentLenExt = 1024
[extra2]
ALPNProtocols = foo,bar
`);
    expect(only).toMatchObject({
      mode: 'Resume',
      expected: { serverAlert: 120, sessionTicket: 'Yes' },
      extra: { client: { serverName: 'server2', enablePha: true }, server2: { alpnProtocols: 'foo,bar' } },
      resumeExtra: { client: { serverName: 'None', maxFragmentLength: '1024' } },
    });
  });
});

describe('what cannot be understood is an error that names it', () => {
  test.each([
    ['[test-0]\nExpectedWeather = Sun\n', 'a.cnf, test-0: ExpectedWeather: not a key that is known'],
    ['[test-0]\nclient = extra\n[extra]\nNPN = a\n', 'a.cnf, test-0, client: NPN: not a key that is known'],
    ['[test-0]\nserver = extra\n[extra]\nServerName = server1\n', 'a.cnf, test-0, server: ServerName: not a key that is known'],
    ['[test-0]\nExpectedResult = Fail\n', 'ExpectedResult must be one of Success, ServerFail, ClientFail'],
    ['[test-0]\nMethod = QUIC\n', 'Method must be one of TLS, DTLS, not QUIC'],
    ['[test-0]\nResumptionExpected = Perhaps\n', 'ResumptionExpected must be one of Yes, No'],
    ['[test-0]\nExpectedClientAlert = Red\n', 'ExpectedClientAlert must be one of HandshakeFailure'],
    ['[test-0]\nApplicationData = much\n', 'ApplicationData must be one of a number, not much'],
    ['[test-0]\nclient = nowhere\n', 'there is no section [nowhere]'],
    ['', 'there is no section [test-0]'],
  ])('%j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test.each([
    ['', 'num_tests must be a number of tests'],
    ['num_tests = 1\n', 'the file names no such test'],
    ['num_tests = 1\ntest-0 = a\n[test-0]\n', 'there must be sections for a server and a client'],
    ['num_tests = 1\ntest-0 = a\n[a]\nssl_conf = s\n[s]\nserver = gone\nclient = s\n[test-0]\n', 'there is no section [gone]'],
  ])('a file %j', (text, message) => {
    expect(() => readCases(parseConfiguration(text, 'a.cnf'), 'a.cnf')).toThrow(message);
  });
});
