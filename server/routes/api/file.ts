/** A file to be saved, never opened in our own pages nor kept by a cache. */
export const attachment = (filename: string, contentType: string, content: BodyInit) =>
  new Response(content, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    },
  });
