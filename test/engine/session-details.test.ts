// What a session tells of itself beyond what resuming needs. SSL_SESSION_get0_ticket_appdata(3)

import { expect, test } from '@jest/globals';
import { SslSession } from '../../lib/index.ts';
import { contexts, sessionFrom } from '../support/early-data.ts';
import { trustingClient, withConnectedPair } from '../support/engine-pair.ts';
import { describeEachLibrary, only } from '../support/libraries.ts';
import { identity } from '../support/pki.ts';

// SSL_SESSION in ASN.1: a SEQUENCE whose optional fields stand in the order of their tags; ticket_appdata is [18].
const appDataTag = 0xb2;

function elementsOf(der: Buffer): readonly Buffer[] {
  const elements: Buffer[] = [];
  for (let at = 0; at < der.length; ) {
    const length = lengthAt(der, at + 1);
    elements.push(der.subarray(at, length.contents + length.size));
    at = length.contents + length.size;
  }
  return elements;
}

function lengthAt(der: Buffer, at: number): { readonly contents: number; readonly size: number } {
  const first = der.readUInt8(at);
  if (first < 0x80) return { contents: at + 1, size: first };
  const bytes = first - 0x80;
  return { contents: at + 1 + bytes, size: der.readUIntBE(at + 1, bytes) };
}

function element(tag: number, contents: Buffer): Buffer {
  const size = contents.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), contents]);
}

function withAppData(session: SslSession, data: Buffer): SslSession {
  const der = Buffer.from(session.toDer());
  const fields = elementsOf(der.subarray(lengthAt(der, 1).contents));
  const field = element(appDataTag, element(0x04, data));
  const behind = fields.findIndex((other) => other.readUInt8(0) > appDataTag);
  const place = behind < 0 ? fields.length : behind;
  return SslSession.fromDer(element(0x30, Buffer.concat([...fields.slice(0, place), field, ...fields.slice(place)])), session.library);
}

describeEachLibrary('ticketAppData (SSL_SESSION_get0_ticket_appdata(3))', (library) => {
  test.each(['TLSv1.2', 'TLSv1.3'] as const)('%s: is empty where nobody put any in', (protocol) => {
    expect(sessionFrom(contexts(library, only(protocol))).ticketAppData).toEqual(new Uint8Array(0));
  });

  test.each([
    ['text', Buffer.from('user 5')],
    ['bytes with zeros', Buffer.from([0, 1, 0, 255])],
    ['as much as fits no single byte of length', Buffer.alloc(300, 7)],
  ])('is what stands in the session: %s', (_, data) => {
    const session = withAppData(sessionFrom(contexts(library)), data);
    expect(Buffer.from(session.ticketAppData).equals(data)).toBe(true);
    expect(SslSession.fromDer(session.toDer(), library).ticketAppData).toEqual(session.ticketAppData);
  });
});

describeEachLibrary('ticket (SSL_SESSION_get0_ticket(3))', (library) => {
  const ticketKeys = Buffer.concat([Buffer.from('the name of keys'), Buffer.alloc(64, 9)]);

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('%s: is what the server sent, the name of its keys in front', (protocol) => {
    const server = { ...identity('server'), ticketKeys };
    const ticket = withConnectedPair({ library, client: { ...trustingClient(), ...only(protocol) }, server }, (pair) => {
      pair.send('server', Buffer.from('x'));
      return pair.client.session?.ticket;
    });
    expect(Buffer.from(ticket ?? []).toString('latin1')).toMatch(/^the name of keys/);
    expect(ticket?.length).toBeGreaterThan(80);
  });

  test('is kept by toDer(), and empty where there is none', () => {
    const session = sessionFrom(contexts(library));
    expect(session.ticket.length).toBeGreaterThan(0);
    expect(SslSession.fromDer(session.toDer(), library).ticket).toEqual(session.ticket);
    const server = { ...identity('server'), options: ['SSL_OP_NO_TICKET'] as const };
    withConnectedPair({ library, client: { ...trustingClient(), ...only('TLSv1.2') }, server }, ({ client }) => {
      expect(client.session).toMatchObject({ hasTicket: false, ticket: new Uint8Array(0) });
    });
  });
});
