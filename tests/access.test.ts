import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { actOfPage, acts, officePages, rolesFor } from '#domain/access/access.ts';
import { type Officer, type Role, roles } from '#domain/access/actor.ts';
import { mayEnter, visitorOf } from '#domain/access/visitors.ts';

/** Every route that answers somebody, as SvelteKit names it: `/(office)/can-bo/ho-so/[code]`. */
const routes = [...new Set(globSync('src/routes/**/+{page*,server.ts}').map(routeOf))];

test('every route says for whom it is there', () => {
  assert.ok(routes.length > 0);
  assert.deepEqual(
    routes.filter((route) => visitorOf(route) === undefined),
    [],
  );
});

test('a stranger enters the citizens’ pages and those to sign in and out, and nothing else', () => {
  const open = routes.filter((route) => mayEnter(visitorOf(route), null) === 'yes');
  assert.deepEqual(
    open.filter((route) => !/^\/\(public\)|^\/api\b|^\/\(office\)\/can-bo\/(dang-nhap|dang-xuat|phien-het)$/.test(route)),
    [],
  );
});

test('every role enters a route or is turned away from it as the table says', () => {
  for (const route of routes) {
    const visitor = visitorOf(route);
    const allowed = roles.filter((role) => mayEnter(visitor, holding(role)) === 'yes');
    if (visitor === 'anyone' || visitor === 'officer') assert.deepEqual(allowed, roles, route);
    else if (visitor === 'administrator') assert.deepEqual(allowed, ['administrator'], route);
    else assert.deepEqual(allowed, visitor && rolesFor(visitor), route);
  }
});

test('the administrators’ pages are for administrators, the director’s for those who read figures', () => {
  assert.equal(visitorOf('/(admin)/quan-tri/thu-di'), 'administrator');
  assert.equal(visitorOf('/(centre)/truc-tiep'), 'read figures');
});

test('a route that nobody has spoken for lets nobody in, not even one whose name begins like another’s', () => {
  for (const route of ['/', '/moi', '/(office2)', '/apiary']) {
    assert.equal(visitorOf(route), undefined, route);
    for (const role of roles) assert.equal(mayEnter(undefined, holding(role)), 'no');
    assert.equal(mayEnter(undefined, null), 'no');
  }
});

test('every act has somebody who may do it, and every page of the office an act', () => {
  assert.deepEqual(
    acts.filter((act) => rolesFor(act).length === 0),
    [],
  );
  for (const page of officePages) assert.ok(acts.includes(actOfPage[page]));
});

function holding(role: Role): Officer {
  return { officerId: '018f0000-0000-7000-8000-000000000001', name: '', assignments: [{ agencyId: 'a', unitId: 'u', role }] };
}

function routeOf(file: string): string {
  return `/${path.posix.relative('src/routes', path.posix.dirname(file))}`;
}
