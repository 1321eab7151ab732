import { createRoot } from 'react-dom/client';
import { webModules } from '#modules/web.ts';
import { App } from '#web/App.tsx';
import '#web/tokens.css';
import '#web/base.css';
import '#web/form.css';
import { bringLetters } from '#web/fonts.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
void bringLetters();
createRoot(root).render(<App modules={webModules} />);
