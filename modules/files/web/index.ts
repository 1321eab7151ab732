export { StoredFileView } from './StoredFileView.tsx';
export { storeFile } from './storeFile.ts';
export { useSending } from './useSending.ts';
export { useWaitingPhotos, type WaitingPhoto } from './useWaitingPhotos.ts';
