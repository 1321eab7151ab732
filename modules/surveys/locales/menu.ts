const zh = {
  surveys: '满意度',
  due: '满意度电话',
  settings: '满意度问卷',
};
/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const surveyMenuWords = {
  'zh-CN': zh,
  en: {
    surveys: 'Satisfaction',
    due: 'Survey calls',
    settings: 'Questionnaires',
  } satisfies Record<keyof typeof zh, string>,
};
