import { defineConfig } from 'vite';

/** Two pages: a chat of one's own, and the ready widget. */
export default defineConfig({
  base: './',
  build: {
    rollupOptions: { input: ['index.html', 'widget.html'].map((page) => new URL(page, import.meta.url).pathname) },
  },
});
