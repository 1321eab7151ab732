/**
 * The header by which a browser shows or saves an answer, with its name in UTF-8 (RFC 6266, RFC 8187). The name is a
 * label: whatever a sender called his file, nothing in it ends the header or names a folder.
 */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const label = name.replace(/[\\/\p{Cc}]/gu, '_').toWellFormed();
  const escaped = encodeURIComponent(label).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename*=UTF-8''${escaped}`;
}
