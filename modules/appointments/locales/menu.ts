/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': { book: '预约', newAppointment: '新建预约', bays: '工位与工时' },
  en: { book: 'Appointments', newAppointment: 'Book an appointment', bays: 'Bays and hours' },
};
