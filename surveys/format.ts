/** Print sizes we set ourselves; `points` is the body size on paper. */
export const formats = {
  standard: { points: 14 },
  large: { points: 18 },
} as const;
export type Format = keyof typeof formats;
export const formatCodes = Object.keys(formats) as Format[];
export const isFormat = (code: unknown): code is Format => typeof code === 'string' && Object.hasOwn(formats, code);
