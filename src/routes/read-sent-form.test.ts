import assert from 'node:assert/strict';
import { test } from 'node:test';
import { droppedIn, fileIdOf, filesIn, isTooLarge, typedIn } from './read-sent-form.ts';

test('a file sent in the place of words is no answer', () => {
  const form = new FormData();
  form.append('name', new File(['x'], 'x.txt'));
  form.append('other', 'Vàng');
  assert.equal(typedIn(form)('name'), '');
  assert.equal(typedIn(form)('other'), 'Vàng');
  assert.equal(typedIn(form)('none'), '');
});

test('a box where no file was chosen sends none, an empty file is one', () => {
  const form = new FormData();
  form.append('paper-1', new File([], ''));
  form.append('paper-1', new File([], 'rỗng.jpg'));
  form.append('send', 'paper-1');
  assert.deepEqual(
    filesIn(form).map(({ name }) => name),
    ['rỗng.jpg'],
  );
});

test('a body that was refused for its size is known, also inside another fault', () => {
  const tooLarge = Object.assign(new Error('Payload Too Large'), { status: 413 });
  assert.ok(isTooLarge(tooLarge));
  assert.ok(isTooLarge(new TypeError('no form', { cause: tooLarge })));
  assert.ok(!isTooLarge(new Error('no database')));
});

test('a file is removed by its content and its name; what cannot be kept calls none', () => {
  const dropped = (said: string) => {
    const form = new FormData();
    form.append('drop', said);
    return droppedIn(form);
  };
  const file = { digest: 'a1'.repeat(32), name: 'Trang 1 (bản 2).png' };
  assert.deepEqual(dropped(fileIdOf(file)), [file]);
  for (const said of ['', file.digest, `${file.digest} \0`, `x ${file.name}`]) assert.deepEqual(dropped(said), []);
});
