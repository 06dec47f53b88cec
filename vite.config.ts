import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('./', import.meta.url));

export default defineConfig({
  root: `${root}renderer/`,
  // Relative addresses: the same files are served from app:// and from a loopback server.
  base: './',
  publicDir: false,
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: `${root}dist/renderer`,
    emptyOutDir: true,
    target: 'es2024',
    // The content-security policy refuses data: addresses for fonts, styles and scripts.
    assetsInlineLimit: 0,
    // The licences of what is bundled go along with the package.
    license: { fileName: 'licences.md' },
    modulePreload: { polyfill: false },
    // Loaded from disk, and the large ones lazily: the size of a chunk costs no download.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: [`${root}renderer/index.html`, `${root}renderer/audience.html`],
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'cytoscape', test: /node_modules[\\/](cytoscape|cose-base|layout-base)/ },
          ],
        },
      },
    },
  },
});
