import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

let ready = false;

/** The drawing of a QR code as SVG, with its quiet zone. Error correction M: 15% of it may be hidden by a fold or a stain. */
export async function qrSvg(url: string): Promise<string> {
  prepare();
  const { svg, error } = await writeBarcode(url, { format: 'QRCode', ecLevel: 'M', withQuietZones: true });
  if (error) throw new Error(`The QR code could not be drawn: ${error}`);
  return svg;
}

/** The library would fetch its program over the network; it is given the installed one. */
function prepare() {
  if (ready) return;
  const wasmBinary = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasmBinary).buffer } });
  ready = true;
}
