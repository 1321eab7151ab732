-- A template may be for an occasion that has a condition of its own: nobody is called to fetch a car that was not looked at.
alter table message_templates add column occasion text not null default '' check (occasion in ('', 'carReady'));
comment on column message_templates.occasion is 'carReady: says that the car may be fetched; held back until outside and belongings are checked.';
-- Those that were made from the sample of that name.
update message_templates set occasion = 'carReady' where name = '车辆完工' and occasion = '';
