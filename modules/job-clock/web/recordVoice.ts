/** Plenty for speech, and played by every browser: 32 kB a second. */
const samplesPerSecond = 16_000;

/** Somebody who speaks into the telephone. */
export interface Speaking {
  /** What was said, as WAV of one channel. */
  end(): Promise<Blob>;
}

/** Whether this browser can hear at all: those within other programs often cannot. */
export const canHear = (): boolean =>
  'mediaDevices' in navigator && typeof MediaRecorder !== 'undefined';

/** Listens from now on. Throws what the browser says where nobody lets it (`NotAllowedError`) or nothing can be heard. */
export async function listen(): Promise<Speaking> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  const recorder = new MediaRecorder(stream);
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  recorder.start();
  return {
    end: async () => {
      await new Promise<void>((done) => {
        recorder.addEventListener('stop', () => done(), { once: true });
        recorder.stop();
      });
      for (const track of stream.getTracks()) track.stop();
      return asWav(await new Blob(pieces, { type: recorder.mimeType }).arrayBuffer());
    },
  };
}

/** Each browser records in a kind of its own; WAV is understood by all. */
async function asWav(recorded: ArrayBuffer): Promise<Blob> {
  // An offline context decodes at its own rate: what comes out is resampled already.
  const context = new OfflineAudioContext(1, 1, samplesPerSecond);
  const samples = (await context.decodeAudioData(recorded)).getChannelData(0);
  const bytes = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const words = (at: number, text: string) => {
    for (const [place, letter] of [...text].entries())
      bytes.setUint8(at + place, letter.charCodeAt(0));
  };
  words(0, 'RIFF');
  bytes.setUint32(4, 36 + samples.length * 2, true);
  words(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, samplesPerSecond, true);
  bytes.setUint32(28, samplesPerSecond * 2, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  words(36, 'data');
  bytes.setUint32(40, samples.length * 2, true);
  for (const [at, sample] of samples.entries())
    bytes.setInt16(44 + at * 2, Math.max(-1, Math.min(1, sample)) * 0x7fff, true);
  return new Blob([bytes], { type: 'audio/wav' });
}
