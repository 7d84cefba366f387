// What both gRPC applications agree on: JSON in place of protocol buffers.

const serialize = (value) => Buffer.from(JSON.stringify(value));
const deserialize = (bytes) => JSON.parse(bytes.toString());
const method = (name, requestStream, responseStream) => ({
  path: `/interop.Service/${name}`,
  requestStream,
  responseStream,
  requestSerialize: serialize,
  requestDeserialize: deserialize,
  responseSerialize: serialize,
  responseDeserialize: deserialize,
});

exports.service = {
  echo: method('Echo', false, false),
  count: method('Count', false, true),
  sum: method('Sum', true, false),
  talk: method('Talk', true, true),
};
