-- One complaint says several things (CMP-02, CMP-06): each point has its class, its outcome, its cause and who answers for it.
create table complaint_points (
  tenant_id    uuid not null,
  id           uuid not null,
  complaint_id uuid not null,
  position     integer not null check (position > 0),
  what         text not null default '',
  kind         text not null check (kind in ('productQuality', 'serviceAttitude', 'repairTechnique', 'price', 'timeliness', 'parts', 'other')),
  class_key    text,
  outcome      text check (outcome in ('founded', 'partly', 'unfounded', 'unclear', 'withdrawn')),
  cause_kind   text check (cause_kind in ('design', 'production', 'serviceProcess', 'repair', 'parts', 'customerHandling', 'other')),
  cause_key    text,
  cause        text not null default '',
  responsibility text not null default '',
  judged_by    uuid,
  judged_at    timestamptz,
  version      integer not null default 1,
  created_by   uuid,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, complaint_id, position),
  check (cause_key is null or cause_kind is not null),
  check ((outcome is null) = (judged_at is null))
);
comment on column complaint_points.kind is 'The first level of its class; one of the three of S1 follows from it.';
comment on column complaint_points.class_key is 'The second level: a node of the tree of classes, shipped or of the house.';
comment on column complaint_points.cause_key is 'The second level: a node of the tree of causes, below cause_kind.';
comment on column complaint_points.outcome is 'What the investigation found of it; null: not judged yet.';
alter table complaint_points add foreign key (tenant_id, complaint_id) references complaints (tenant_id, id);
alter table complaint_points add foreign key (tenant_id, judged_by) references employees (tenant_id, id);
select protect_tenant('complaint_points');

alter table complaints add column open_points integer not null default 1 check (open_points >= 0);
comment on column complaints.open_points is 'Points that are not judged: none may be left when it is closed (CMP-11).';

-- What is on the register already has said one thing.
do $$
declare house uuid;
begin
  for house in select id from tenants loop
    perform set_config('app.tenant_id', house::text, true);
    insert into complaint_points (tenant_id, id, complaint_id, position, kind, outcome, cause_kind, cause, responsibility, judged_at,
                                  created_at, updated_at)
      select tenant_id, gen_random_uuid(), id, 1, kind, case when cause <> '' then 'founded' end, cause_kind, cause, responsibility,
             case when cause <> '' then updated_at end, received_at, updated_at
        from complaints where tenant_id = house;
    update complaints set open_points = 0 where tenant_id = house and cause <> '';
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
