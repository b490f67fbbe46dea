import { type Kysely, sql } from 'kysely'

/**
 * An erasure takes the subject and detail out of the audit trail for every row that goes, whatever room it is of; the
 * words for one person out of a batch; and the addresses of guardians and assessors who are known for nobody else.
 */
export const erasureOfRooms = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(`grant create on schema public to colophon_eraser; ${dropped}`).execute(db)
    await sql.raw(addresses).execute(db)
    await sql.raw(children).execute(db)
    await sql.raw(person).execute(db)
    await sql.raw(owned).execute(db)
  },
}

const dropped = `
drop function erase_person(uuid, uuid);
drop function erase_children(regclass, text, integer);
`

/** Addresses that stand in a person's record, and whether the service knows each for nobody else. */
const addresses = `
create function addresses_of_person(organisation uuid, person uuid)
returns table (address text, own boolean, only_theirs boolean) language sql stable as $$
  with known as (
    select p.email as address, true as own from person p
      where p.organisation_id = organisation and p.id = person and p.email is not null
    union
    select g.email, false from guardian g
      where g.organisation_id = organisation and g.person_id = person and g.email is not null
    union
    select i.email, false from dofe_invitation i
      join dofe_programme d on d.organisation_id = i.organisation_id and d.id = i.programme_id
      where i.organisation_id = organisation and d.person_id = person
  )
  select k.address, bool_or(k.own), not (
    exists (select from person p where p.organisation_id = organisation and p.email = k.address and p.id <> person)
    or exists (select from membership m where m.organisation_id = organisation and m.email = k.address
      and m.person_id is distinct from person)
    or exists (select from guardian g where g.organisation_id = organisation and g.email = k.address
      and g.person_id <> person)
    or exists (select from dofe_invitation i
      join dofe_programme d on d.organisation_id = i.organisation_id and d.id = i.programme_id
      where i.organisation_id = organisation and i.email = k.address and d.person_id <> person))
  from known k group by k.address
$$;
`

/** Takes away what hangs on rows, down to the last table; the ids of all that goes. */
const children = `
create function erase_children(parent regclass, condition text, depth integer) returns text[] language plpgsql as $$
declare
  link record;
  narrowed text;
  ids text[];
  gone text[] := '{}';
begin
  if depth > 6 then raise exception 'rows hang together in a circle at %', parent; end if;
  for link in
    select f.conrelid::regclass as child, f.confdeltype as on_delete,
      (select string_agg(quote_ident(a.attname), ', ' order by k.n)
        from unnest(f.conkey) with ordinality k (attnum, n)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum) as own_columns,
      (select string_agg(quote_ident(a.attname), ', ' order by k.n)
        from unnest(f.confkey) with ordinality k (attnum, n)
        join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum) as parent_columns,
      (select a.attname from pg_attribute a where a.attrelid = f.conrelid and a.attnum = f.conkey[2]) as pointer,
      (select not a.attnotnull from pg_attribute a where a.attrelid = f.conrelid and a.attnum = f.conkey[2]) as optional,
      exists (select from pg_attribute a where a.attrelid = f.conrelid and a.attname = 'id' and not a.attisdropped) as has_id
    from pg_constraint f
    where f.contype = 'f' and f.confrelid = parent and f.conrelid <> parent and array_length(f.conkey, 1) = 2
    order by f.conrelid::regclass::text, f.conname
  loop
    narrowed := format('(%s) in (select %s from %s where %s)', link.own_columns, link.parent_columns, parent, condition);
    if link.on_delete = 'n' then continue; end if;
    if link.on_delete <> 'c' and link.optional
      and link.pointer not in ('person_id', 'award_id', 'session_id', 'membership_id')
    then
      execute format('update %s set %I = null where %s', link.child, link.pointer, narrowed);
      continue;
    end if;
    if link.has_id then
      execute format('select coalesce(array_agg(id::text), ''{}'') from %s where %s', link.child, narrowed) into ids;
      gone := gone || ids;
    end if;
    gone := gone || erase_children(link.child, narrowed, depth + 1);
    if link.on_delete <> 'c' then execute format('delete from %s where %s', link.child, narrowed); end if;
  end loop;
  return gone;
end $$;
`

const person = `
create function erase_person(organisation uuid, person uuid) returns void
language plpgsql security definer set search_path = public as $$
declare
  unshared text[];
  gone text[];
begin
  if organisation is distinct from nullif(current_setting('app.organisation_id', true), '')::uuid then
    raise exception 'not of this organisation' using errcode = '42501';
  end if;
  perform from person p where p.organisation_id = organisation and p.id = person;
  if not found then return; end if;
  select coalesce(array_agg(address) filter (where only_theirs), '{}') into unshared
    from addresses_of_person(organisation, person);
  update issue_batch set person_ids = person_ids - person::text, texts = texts - person::text,
    skills = skills - person::text,
    refused = coalesce((select jsonb_agg(one) from jsonb_array_elements(refused) one
      where one ->> 'personId' is distinct from person::text), '[]')
    where issue_batch.organisation_id = organisation and person_ids ? person::text;
  gone := erase_children('person', format('person.organisation_id = %L and person.id = %L', organisation, person), 0);
  delete from person p where p.organisation_id = organisation and p.id = person;
  update audit_event set detail = '{}', subject_id = case subject_type when 'award' then subject_id else 'erased' end
    where audit_event.organisation_id = organisation and subject_id = any(gone || person::text);
  update audit_event set actor = 'erased'
    where audit_event.organisation_id = organisation and actor = any(unshared);
end $$;
`

const owned = `
alter function erase_children(regclass, text, integer) owner to colophon_eraser;
alter function erase_person(uuid, uuid) owner to colophon_eraser;
revoke create on schema public from colophon_eraser;
revoke execute on function addresses_of_person(uuid, uuid), erase_children(regclass, text, integer),
  erase_person(uuid, uuid) from public;
grant execute on function addresses_of_person(uuid, uuid) to colophon_tenant, colophon_eraser;
grant execute on function erase_person(uuid, uuid) to colophon_tenant;
`
