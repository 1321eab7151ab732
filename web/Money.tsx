import { useLanguage } from './useWords.ts';

/** Whole fen as yuan with two places: `123456` is `¥1,234.56`. Integer arithmetic only. */
export function yuan(fen: number): string {
  const whole = Math.abs(fen);
  const [yuanPart, fenPart] = [Math.floor(whole / 100), String(whole % 100).padStart(2, '0')];
  return `${fen < 0 ? '-' : ''}¥${yuanPart.toLocaleString('en-US')}.${fenPart}`;
}

/** An amount, right-aligned by its column; a dash where there is none yet. */
export function Money({ fen }: { fen: number | null }) {
  const language = useLanguage();
  if (fen === null) return <span className="soft">{language === 'zh-CN' ? '未定' : 'open'}</span>;
  return <span className="figures">{yuan(fen)}</span>;
}
