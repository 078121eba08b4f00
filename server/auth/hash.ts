import { sha256 as hashOf } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * SHA-256 of a text, in hexadecimal. For secrets with at least 128 random bits: nothing that could be guessed. Worked out here and now: of a text this short the
 * platform's own takes thirty times as long, for it is sent to another thread.
 */
export const sha256 = async (text: string): Promise<string> => bytesToHex(hashOf(utf8ToBytes(text)));
