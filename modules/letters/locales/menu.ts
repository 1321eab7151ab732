/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { letters: '信函登记', writeLetter: '写信函' },
  en: { letters: 'Letters', writeLetter: 'Write a letter' },
};
