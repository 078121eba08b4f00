import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { formName } from '../pages/assets.ts';

/** The form of a large screen: one file, under the name that pages know it by. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/assets/',
  plugins: [react()],
  build: {
    outDir: '../../dist/assets',
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: join(import.meta.dirname, 'form/main.tsx'),
      preserveEntrySignatures: 'exports-only',
      output: { entryFileNames: formName, codeSplitting: false },
    },
  },
});
