/** Text of bytes of an unknown charset: UTF-8 when it is that, else windows-1252, which reads anything. */
export function decodeAnyway(bytes: Uint8Array, charset = 'utf-8'): string {
  for (const label of [charset, 'utf-8']) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // Not that charset, or a name nobody knows: try the next.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

const claimsUtf8 =
  /(content-type:\s*text\/[a-z]+\s*;[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*charset\s*=\s*)"?(?:utf-?8|us-ascii|ascii)"?/gi;
const claimsNothing = /(content-type:\s*text\/[a-z]+)[ \t]*(?=\r?\n(?![ \t]))/gi;

/** The same mail saying that its text is windows-1252, for one that wrongly says UTF-8 or nothing at all. */
export function withLegacyCharset(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const binary = toBinary(raw).replace(claimsUtf8, '$1windows-1252').replace(claimsNothing, '$1; charset=windows-1252');
  const named = /^content-type:/im.test(binary)
    ? binary
    : `Content-Type: text/plain; charset=windows-1252\r\n${binary}`;
  return Uint8Array.from(named, (char) => char.charCodeAt(0));
}

/** Each byte as the character of that number, so that nothing is changed on the way there and back. */
function toBinary(raw: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < raw.length; at += 8_192) chunks.push(String.fromCharCode(...raw.subarray(at, at + 8_192)));
  return chunks.join('');
}
