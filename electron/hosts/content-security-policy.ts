/**
 * Style sheets that libraries put into the page by script: a policy without 'unsafe-inline' lets
 * them through only by the hash of their text. The text is kept so that a test can tell when a new
 * version of a library says something else.
 */
export const injectedStyles = {
  cytoscape: {
    text: '.__________cytoscape_container { position: relative; }',
    hash: 'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8=',
  },
  reactAria: {
    text: '@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}',
    hash: 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=',
  },
} as const;

const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': `'self' '${injectedStyles.cytoscape.hash}' '${injectedStyles.reactAria.hash}'`,
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  // In the browser host this covers the event socket as well: same host, same port.
  'connect-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
} as const;

/**
 * What the page may load, the same in the window and in the browser: only what the host itself
 * serves. Nothing remote, no inline script, no frame.
 */
export const contentSecurityPolicy = Object.entries(directives)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ');

/** Headers of every answer that carries a part of the page. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};
