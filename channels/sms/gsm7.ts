/** The GSM 03.38 basic character set: one septet each. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

/** Its extension table: an escape and a second septet, which no part may separate. */
const extension = '\f^{}\\[~]|€';

const septets = new Map<string, number>([
  ...[...basic].map((char): [string, number] => [char, 1]),
  ...[...extension].map((char): [string, number] => [char, 2]),
]);

/** Septets one character takes, or null when GSM-7 cannot write it and the whole message becomes UCS-2. */
export const septetsOf = (char: string): number | null => septets.get(char) ?? null;
