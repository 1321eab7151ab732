const zhProblems = {
  trip_car_needed: { title: '还不知道是哪辆车', detail: '请选一辆在档的车。新客户先登记车辆。' },
  trip_of_other_car: { title: '不是同一辆车', detail: '工单或预约是另一辆车的，请核对。' },
  trip_time_past: { title: '时间已经过去', detail: '请选还没到的时间。' },
  trip_not_yours: { title: '不是派给您的', detail: '只有被派的人和前台可以操作这一趟。' },
  trip_over: { title: '这一趟已经结束', detail: '结束以后不再显示客户的地址和电话。' },
  trip_order_not_ready: {
    title: '车还不能出厂',
    detail: '出厂检验合格以后才能送车，请先看工单。',
  },
  driver_unknown: { title: '不能派这个人', detail: '须是本店能看工单的在岗同事。' },
  handover_mileage_needed: { title: '缺里程', detail: '请抄下里程表的读数。' },
  handover_mileage_lower: { title: '里程偏小', detail: '里程小于上一次的读数，请核对里程表。' },
  handover_signature_needed: { title: '还没有签字', detail: '请对方写下姓名并在屏幕上签字。' },
  handover_picture_needed: { title: '须是图片', detail: '签字和照片须是图片，请重拍。' },
  loan_car_twice: { title: '这辆车已经登记', detail: '同一车牌只能登记一辆代步车。' },
  loan_car_lent: { title: '已经借出', detail: '这辆代步车在别的客户手里，请换一辆。' },
  loan_car_not_ready: { title: '这辆车不能借', detail: '它已停用或退役，请换一辆。' },
  loan_car_inspection_over: { title: '年检管不到归还日', detail: '请换一辆车，或改早归还时间。' },
  loan_car_insurance_over: {
    title: '交强险管不到归还日',
    detail: '请换一辆车，或改早归还时间。',
  },
  licence_over: { title: '驾驶证管不到归还日', detail: '请换驾驶人，或改早归还时间。' },
  licence_not_seen: { title: '没有查验驾驶证', detail: '请看过驾驶证原件再借出。' },
  loan_due_past: { title: '归还时间已过', detail: '请选还没到的时间。' },
  loan_customer_needed: { title: '借给谁？', detail: '请选客户或工单。' },
  lender_person: { title: '须由本人办理', detail: '驾驶证由登录的员工查验，程序不能代办。' },
  loan_cost_reason_needed: { title: '缺费用原因', detail: '请写明客户为什么承担这笔费用。' },
};

export const mobilityProblems = {
  'zh-CN': zhProblems,
  en: {
    trip_car_needed: {
      title: 'Which car?',
      detail: 'Choose a car on file; put a new one on file first.',
    },
    trip_of_other_car: {
      title: 'Not the same car',
      detail: 'The order or appointment is of another car.',
    },
    trip_time_past: { title: 'That time is over', detail: 'Choose a time that is yet to come.' },
    trip_not_yours: {
      title: 'Not given to you',
      detail: 'Its driver and the desk go on with this trip.',
    },
    trip_over: {
      title: 'This trip is over',
      detail: 'Address and telephone are shown while it lasts.',
    },
    trip_order_not_ready: {
      title: 'The car may not leave yet',
      detail: 'It is sent back once it has passed its final inspection.',
    },
    driver_unknown: {
      title: 'Cannot be the driver',
      detail: 'Choose an active colleague of this shop who sees orders.',
    },
    handover_mileage_needed: { title: 'No mileage', detail: 'Write down the reading.' },
    handover_mileage_lower: {
      title: 'The mileage is too low',
      detail: 'It is below the reading before; look again.',
    },
    handover_signature_needed: {
      title: 'Not signed yet',
      detail: 'Enter a name and have it signed on the screen.',
    },
    handover_picture_needed: {
      title: 'Not a picture',
      detail: 'Signature and photos are pictures.',
    },
    loan_car_twice: { title: 'On file already', detail: 'One plate is one loan car.' },
    loan_car_lent: {
      title: 'Lent already',
      detail: 'Another customer has it; choose another car.',
    },
    loan_car_not_ready: { title: 'Cannot be lent', detail: 'It is out of order or retired.' },
    loan_car_inspection_over: {
      title: 'Its inspection ends before',
      detail: 'Choose another car or an earlier return.',
    },
    loan_car_insurance_over: {
      title: 'Its insurance ends before',
      detail: 'Choose another car or an earlier return.',
    },
    licence_over: {
      title: 'The licence ends before',
      detail: 'Choose another driver or an earlier return.',
    },
    licence_not_seen: { title: 'Licence not seen', detail: 'Look at the licence itself first.' },
    loan_due_past: { title: 'That time is over', detail: 'Choose a time that is yet to come.' },
    loan_customer_needed: { title: 'To whom?', detail: 'Choose a customer or an order.' },
    lender_person: {
      title: 'A person lends',
      detail: 'Somebody who signed in sees the licence; a program cannot.',
    },
    loan_cost_reason_needed: { title: 'Why?', detail: 'Say why the customer pays it.' },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
