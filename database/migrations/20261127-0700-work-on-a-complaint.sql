-- What is offered to the customer, in versions (CMP-07): who drafted it, who approved what lies above a limit, what he said to it.
create table complaint_solutions (
  tenant_id    uuid not null,
  id           uuid not null,
  complaint_id uuid not null,
  edition      integer not null check (edition > 0),
  words        text not null,
  state        text not null check (state in ('asked', 'notApproved', 'offered', 'accepted', 'declined', 'replaced')),
  amount_fen   bigint not null default 0 check (amount_fen >= 0),
  asked_by     uuid not null,
  decided_by   uuid,
  decided_at   timestamptz,
  decision     text not null default '',
  answered_at  timestamptz,
  answer_how   text check (answer_how in ('phone', 'signed', 'letter', 'desk', 'message')),
  answer       text not null default '',
  version      integer not null default 1,
  created_by   uuid,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, complaint_id, edition),
  check ((decided_by is null) = (decided_at is null)),
  check ((answered_at is null) = (answer_how is null)),
  check ((state in ('accepted', 'declined')) = (answered_at is not null) or state = 'replaced')
);
comment on column complaint_solutions.state is 'replaced: a later version was drafted before this one was answered or approved.';
comment on column complaint_solutions.amount_fen is 'The remedies of this version added up.';
comment on column complaint_solutions.answer is 'What the customer said to it, in his words.';
create unique index complaint_solutions_one_live on complaint_solutions (tenant_id, complaint_id)
  where state in ('asked', 'offered');
alter table complaint_solutions add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
select protect_tenant('complaint_solutions');

-- What somebody has to do for a complaint by when (CMP-05): a piece of work, his statement (CMP-06), a remedy that was
-- promised to the customer (CMP-07). Who has one is of the team.
create table complaint_tasks (
  tenant_id    uuid not null,
  id           uuid not null,
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  complaint_id uuid not null,
  purpose      text not null check (purpose in ('work', 'statement', 'remedy')),
  solution_id  uuid,
  position     integer not null default 0,
  remedy_kind  text check (remedy_kind in ('labour', 'goods', 'voucher', 'loanCar', 'money', 'other')),
  amount_fen   bigint not null default 0 check (amount_fen >= 0),
  what         text not null,
  owner_id     uuid not null,
  due_at       timestamptz not null,
  state        text not null check (state in ('planned', 'open', 'done', 'refused', 'dropped')),
  result       text not null default '',
  ended_at     timestamptz,
  ended_by     uuid,
  version      integer not null default 1,
  created_by   uuid,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, id),
  check ((purpose = 'remedy') = (solution_id is not null)),
  check ((purpose = 'remedy') = (remedy_kind is not null)),
  check ((state in ('planned', 'open')) = (ended_at is null)),
  check (state <> 'refused' or purpose = 'statement')
);
comment on column complaint_tasks.state is 'planned: a remedy of a version that the customer has not accepted yet. refused: who was asked for a statement gives none.';
comment on column complaint_tasks.result is 'What came of it; of a statement, what the person said.';
create index complaint_tasks_of on complaint_tasks (tenant_id, complaint_id, id);
create index complaint_tasks_by_owner on complaint_tasks (tenant_id, owner_id, due_at, id) where state = 'open';
create index complaint_tasks_held on complaint_tasks (tenant_id, owner_id) where state in ('planned', 'open');
alter table complaint_tasks add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
alter table complaint_tasks add foreign key (tenant_id, solution_id) references complaint_solutions (tenant_id, id);
alter table complaint_tasks add foreign key (tenant_id, owner_id) references employees (tenant_id, id);
select protect_tenant('complaint_tasks');

alter table complaints add column open_tasks integer not null default 0 check (open_tasks >= 0);
comment on column complaints.open_tasks is 'Tasks under way: none may be left when it is closed (CMP-11).';
