import { ApiProblem, pathOf } from '#shared/call.ts';
import { fileRoutes, type StoredFile } from '../contract.ts';

/** Puts a file's bytes up as they are; the server looks what they are. Throws `ApiProblem` with its reason. */
export async function storeFile(file: File, language: string): Promise<StoredFile> {
  const path = pathOf(fileRoutes.add, {}, { name: file.name || undefined });
  const headers = { 'content-type': 'application/octet-stream', 'accept-language': language };
  const answer = await fetch(path, { method: 'POST', headers, body: file });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new ApiProblem(answer.status, body);
  return body;
}
