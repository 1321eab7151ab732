import { fileRoutes, type StoredFile } from '#modules/files/contract.ts';
import { ApiProblem, pathOf } from '#shared/call.ts';
import { connectionLost } from '#web/api.ts';
import { preferences } from '#web/preferences.ts';

const spreadsheets =
  '.xlsx,.csv,.xls,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What the chooser of the system offers first. */
export const acceptedFiles = spreadsheets;

/** Sends a file and tells how far it is, in whole percent. `fetch` cannot tell that. */
export function uploadFile(file: File, onProgress: (percent: number) => void): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', pathOf(fileRoutes.add, {}, { name: file.name.slice(-200) }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', preferences().language);
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(Math.round((loaded / Math.max(total, 1)) * 100));
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status === 201) resolve(answer as unknown as StoredFile);
      else reject(new ApiProblem(request.status, answer));
    };
    request.onerror = () => reject(new ApiProblem(0, { code: connectionLost }));
    request.send(file);
  });
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
