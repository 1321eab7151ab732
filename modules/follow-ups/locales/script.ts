import type { TopicKey } from './vocabulary.ts';

type Line =
  | 'opening'
  | 'openingSecond'
  | 'openingReminder'
  | 'openingRefused'
  | 'openingMissed'
  | 'openingComplaint'
  | 'openingFirstService'
  | 'openingUnseen'
  | 'closing'
  | TopicKey;

/** What may be said (回访标准用语): how to begin, a sentence for each topic, how to end. */
export const callScript: Readonly<Record<'zh-CN' | 'en', Readonly<Record<Line, string>>>> = {
  'zh-CN': {
    opening: '您好，我是{shop}的{me}。您的车 {on} 在我们这里做过服务，想占用您两分钟，方便吗？',
    openingSecond: '您好，我是{shop}的{me}。上次和您通过话，今天想再了解一下近况，方便吗？',
    openingReminder:
      '您好，我是{shop}的{me}。您的车有项目快到期了，给您提个醒，占用您两分钟，方便吗？',
    openingRefused:
      '您好，我是{shop}的{me}。上次检查发现的问题您说先等等，想问问现在车况怎么样，方便吗？',
    openingMissed: '您好，我是{shop}的{me}。您 {on} 的预约没有来成，需要给您另外安排时间吗？',
    openingComplaint:
      '您好，我是{shop}的{me}。您反映的问题我们已经办结，想听听您对处理结果是否满意，方便吗？',
    openingFirstService:
      '您好，我是{shop}的{me}。您的新车快到首次保养的时间了，给您提个醒，方便吗？',
    openingUnseen:
      '您好，我是{shop}的{me}。有一段时间没见到您的车了，想问问车况怎么样，占用您两分钟，方便吗？',
    usage: '这几天车开着怎么样？有没有异响、抖动，或者故障灯亮过？',
    serviceFeeling: '接待、维修和交车，有没有让您觉得不满意、可以做得更好的地方？',
    newNeeds: '最近有没有别的需要，比如轮胎、保险、年检或长途前检查？',
    driving: '提醒您：新换的刹车片前 200 公里轻踩慢磨，冷车起步先慢行一两分钟。',
    services: '您平时工作忙的话，我们可以预约上门取送车，您需要了解吗？',
    offers: '本月有一次免费检测活动，您有兴趣的话，我把时间地点发给您。',
    closing: '谢谢您的宝贵意见，有任何问题随时打我们的电话。祝您用车愉快，再见。',
  },
  en: {
    opening:
      'Hello, this is {me} of {shop}. Your car was with us on {on}. Do you have two minutes?',
    openingSecond:
      'Hello, this is {me} of {shop}. We spoke lately; may I ask how things are going?',
    openingReminder:
      'Hello, this is {me} of {shop}. Something is due for your car; do you have two minutes?',
    openingRefused:
      'Hello, this is {me} of {shop}. Last time you wished to wait with some work; how is the car now?',
    openingMissed:
      'Hello, this is {me} of {shop}. You could not come on {on}; shall we find another time?',
    openingComplaint:
      'Hello, this is {me} of {shop}. Your complaint is settled; are you content with how it was dealt with?',
    openingFirstService:
      'Hello, this is {me} of {shop}. Your new car is about due for its first service.',
    openingUnseen:
      'Hello, this is {me} of {shop}. We have not seen your car for a while; how does it run?',
    usage: 'How does the car run? Any noise, vibration or warning light?',
    serviceFeeling: 'Was there anything in reception, repair or delivery that we could do better?',
    newNeeds:
      'Is there anything else you need: tyres, insurance, inspection, a check before a trip?',
    driving: 'New brake pads want gentle braking for the first 200 km; drive slowly when cold.',
    services: 'If you are busy, we can fetch and bring the car. Would you like to know more?',
    offers: 'There is a free check this month; shall I send you the time and place?',
    closing: 'Thank you for your time. Call us whenever there is a question. Goodbye.',
  },
};
