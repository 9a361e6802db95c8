/// <reference types="vite/client" />

/** hls.js ships its light build (no subtitles, advertisements, protection) without types of its own. */
declare module 'hls.js/light' {
  export { default } from 'hls.js'
  export * from 'hls.js'
}
