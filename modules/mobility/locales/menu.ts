/** What the menu says: loaded with the shell, while the words of the screens come with them. */
export const menuWords = {
  'zh-CN': {
    trips: '取送与救援',
    mine: '我的外出',
    loans: '代步车',
    newTrip: '安排取车、送车、救援',
    lend: '借出代步车',
  },
  en: {
    trips: 'Trips and rescue',
    mine: 'My trips',
    loans: 'Loan cars',
    newTrip: 'Arrange a trip',
    lend: 'Lend a car',
  },
};
