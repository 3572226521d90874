import { build } from 'vite';
import { inProject } from '../../scripts/lib/project.mjs';

/** The peers as one script, for a page to evaluate. */
export async function bundlePeers(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: inProject('tests', 'bench', 'canvas-peers.ts'), formats: ['iife'], name: 'canvasPeers' },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error('the peers were not bundled');
  return result.output[0].code;
}
