import { generateKeyPairSync, sign } from 'node:crypto'

/* A certificate that signs itself, for tests of TLS: the shortest that X.509 allows (RFC 5280, 4.1, version 1). */

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.of(tag, ...length), body])
}
const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts)

// 1.2.840.10045.4.3.2 (ECDSA with SHA-256) and 2.5.4.3 (common name).
const algorithm = sequence(Buffer.from('06082a8648ce3d040302', 'hex'))
const nameOf = (name: string): Buffer =>
  sequence(der(0x31, sequence(Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from(name)))))
const validity = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231000000Z')))

const pem = (bytes: Buffer): Buffer =>
  Buffer.from(`-----BEGIN CERTIFICATE-----\n${bytes.toString('base64')}\n-----END CERTIFICATE-----\n`)

/** A new key and its certificate for a name, both in PEM. */
export const trialCertificate = (name: string): { readonly cert: Buffer; readonly key: Buffer } => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const named = nameOf(name)
  const body = sequence(der(0x02, Buffer.of(1)), algorithm, named, validity, named, spki)
  const signature = der(0x03, Buffer.of(0), sign('sha256', body, privateKey))
  const key = Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  return { cert: pem(sequence(body, algorithm, signature)), key }
}
