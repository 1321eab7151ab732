const zhProblems = {
  who_comes_needed: { title: '还不知道谁来', detail: '请选客户或车辆，或者填姓名、车牌其中一项。' },
  customer_unknown: { title: '找不到客户', detail: '没有这位客户，或者您看不到。' },
  vehicle_unknown: { title: '找不到车辆', detail: '没有这辆车，或者您看不到。' },
  advisor_unknown: { title: '不能选这个人', detail: '顾问须是本店可以接车的在岗同事。' },
  no_hours_left: {
    title: '当天工时不够了',
    detail: '这个班组当天剩下的工时做不完这项工作，请改到别的时间。',
  },
  bay_taken: { title: '工位已被占用', detail: '这段时间工位已有预约或停用，请换时间或工位。' },
  bay_unfit: { title: '工位不适合', detail: '这个工位不做这类工作，请换一个工位。' },
  bay_unknown: { title: '找不到工位', detail: '没有这个工位，或者它不是本店的、已停止使用。' },
  receiver_person: { title: '须由本人接待', detail: '候接的客户由登录的员工接待，程序不能代办。' },
  shop_closed: { title: '那时不营业', detail: '请选营业时间内的时刻。' },
  time_taken: {
    title: '这个时间刚被约走',
    detail: '请换一个还空着的时间。',
  },
  time_past: { title: '时间已经过去', detail: '请选还没到的时间。' },
  time_too_far: { title: '时间太远', detail: '最多可以约到一年以后。' },
  appointment_unknown: { title: '找不到预约', detail: '没有这个预约，或者您看不到。' },
  appointment_of_other_car: { title: '不是这辆车的预约', detail: '请打开这辆车自己的预约。' },
  bay_name_taken: { title: '名称已有', detail: '本店已有同名的工位。' },
  bay_ends_before: { title: '日期写反了', detail: '停止使用的日子不能早于开始使用的日子。' },
  outage_ends_before: { title: '时间写反了', detail: '停用的结束要晚于开始。' },
};

export const appointmentProblems = {
  'zh-CN': zhProblems,
  en: {
    who_comes_needed: {
      title: 'Who comes?',
      detail: 'Choose a customer or a car, or enter a name or a plate.',
    },
    customer_unknown: { title: 'No such customer', detail: 'Unknown, or not yours to see.' },
    vehicle_unknown: { title: 'No such vehicle', detail: 'Unknown, or not yours to see.' },
    advisor_unknown: {
      title: 'Cannot be the advisor',
      detail: 'Choose an active colleague who receives cars here.',
    },
    no_hours_left: {
      title: 'Not enough hours left that day',
      detail: 'The team has fewer hours left than this work takes; choose another time.',
    },
    bay_taken: {
      title: 'The bay is taken',
      detail: 'It is booked or out of order at that time; choose another time or bay.',
    },
    bay_unfit: { title: 'The bay does not fit', detail: 'It is not for this kind of work.' },
    bay_unknown: { title: 'No such bay', detail: 'Unknown, of another shop, or no longer in use.' },
    receiver_person: {
      title: 'A person receives',
      detail: 'Somebody who signed in takes a waiting customer; a program cannot.',
    },
    shop_closed: { title: 'Closed then', detail: 'Choose a time at which the shop works.' },
    time_taken: { title: 'Just taken', detail: 'Choose another time that is still free.' },
    time_past: { title: 'That time is over', detail: 'Choose a time that is yet to come.' },
    time_too_far: { title: 'Too far ahead', detail: 'Choose a time within a year.' },
    appointment_unknown: { title: 'No such appointment', detail: 'Unknown, or not yours to see.' },
    appointment_of_other_car: {
      title: 'Another car’s appointment',
      detail: 'Open the appointment of this car.',
    },
    bay_name_taken: { title: 'Name taken', detail: 'A bay of this shop has that name already.' },
    bay_ends_before: {
      title: 'Dates reversed',
      detail: 'The last day in use cannot be before the first.',
    },
    outage_ends_before: { title: 'Times reversed', detail: 'It must end after it begins.' },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
