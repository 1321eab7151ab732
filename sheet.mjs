import sharp from 'sharp';

const [out, w, h, cols, ...files] = process.argv.slice(2);
const W = +w,
  H = +h,
  C = +cols;
const parts = await Promise.all(
  files.map(async (f, i) => ({
    input: await sharp(f).resize(W, H).png().toBuffer(),
    left: (i % C) * (W + 6),
    top: Math.floor(i / C) * (H + 6),
  })),
);
await sharp({
  create: {
    width: C * (W + 6),
    height: Math.ceil(files.length / C) * (H + 6),
    channels: 3,
    background: '#888',
  },
})
  .composite(parts)
  .png()
  .toFile(out);
