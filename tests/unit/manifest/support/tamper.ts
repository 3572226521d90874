import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { folderReader } from '../../../../electron/services/verify/folder-reader.ts';
import { canonicalJson } from '../../../../shared/manifest/encoding/canonical-json.ts';
import { PAYLOAD_TYPE, preAuthEncoding, printEnvelope } from '../../../../shared/manifest/encoding/dsse.ts';
import { fromHex } from '../../../../shared/manifest/encoding/hex.ts';
import { toPem } from '../../../../shared/manifest/encoding/public-key.ts';
import { MANIFEST_PATH, keyPath } from '../../../../shared/manifest/package-paths.ts';
import type { JsonValue } from '../../../../shared/dataset/strict-json.ts';
import type { TestKey } from './test-keys.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- an attacker's document has any shape
export type Loose = any;

/** What an attacker can do to a package on disk: everything but sign with the keys of others. */
export class Attacker {
  readonly dir: string;

  constructor(dir: string) {
    this.dir = dir;
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(this.dir, path)), { recursive: true });
    await writeFile(join(this.dir, path), content);
  }

  remove(path: string): Promise<void> {
    return rm(join(this.dir, path));
  }

  read(path: string): Promise<string> {
    return readFile(join(this.dir, path), 'utf8');
  }

  async flipByte(path: string, at = 5): Promise<void> {
    const bytes = await readFile(join(this.dir, path));
    bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ 1;
    await writeFile(join(this.dir, path), bytes);
  }

  /** Makes both lists of checksums right again. */
  async bagAgain(): Promise<void> {
    const { files } = await folderReader(this.dir).list();
    const list = async (paths: readonly string[]): Promise<string> => {
      const lines = await Promise.all(
        paths.map(async (path) => {
          const sha256 = createHash('sha256').update(await readFile(join(this.dir, path)));
          return `${sha256.digest('hex')}  ${path}\n`;
        }),
      );
      return lines.join('');
    };
    const paths = files.map(({ path }) => path).filter((path) => path !== 'tagmanifest-sha256.txt');
    const isData = (path: string): boolean => path.startsWith('data/');
    await this.write('manifest-sha256.txt', await list(paths.filter(isData)));
    await this.write('tagmanifest-sha256.txt', await list(paths.filter((path) => !isData(path))));
  }

  async payload(path = MANIFEST_PATH): Promise<Loose> {
    const { payload } = JSON.parse(await this.read(path));
    return JSON.parse(Buffer.from(payload, 'base64').toString());
  }

  /** Changes a payload's text and leaves the signatures as they are. */
  async changePayloadText(change: (text: string) => string, path = MANIFEST_PATH): Promise<void> {
    const envelope = JSON.parse(await this.read(path));
    const text = change(Buffer.from(envelope.payload, 'base64').toString());
    await this.write(path, JSON.stringify({ ...envelope, payload: Buffer.from(text).toString('base64') }));
  }

  /** Changes a payload and keeps it canonical; the signatures stay as they are. */
  changePayload(change: (payload: Loose) => void, path = MANIFEST_PATH): Promise<void> {
    return this.changePayloadText((text) => {
      const payload = JSON.parse(text);
      change(payload);
      return canonicalJson(payload as JsonValue);
    }, path);
  }

  /** Changes a payload and signs it again with `keys`; their public keys go into the package. */
  async resign(keys: readonly TestKey[], change: (payload: Loose) => void, path = MANIFEST_PATH): Promise<void> {
    await this.changePayload(change, path);
    const envelope = JSON.parse(await this.read(path));
    const payload = new Uint8Array(Buffer.from(envelope.payload, 'base64'));
    const signatures = keys.map((key) => ({
      keyid: key.keyId,
      sig: key.signBytes(preAuthEncoding(PAYLOAD_TYPE, payload)),
    }));
    await this.write(path, printEnvelope({ payload, payloadType: PAYLOAD_TYPE, signatures }));
    for (const key of keys) await this.write(keyPath(key.keyId), toPem(fromHex(key.publicKey) as Uint8Array));
  }
}
