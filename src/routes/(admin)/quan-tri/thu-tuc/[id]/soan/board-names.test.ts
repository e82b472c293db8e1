import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepNamesApart, oneLine } from './board-names.ts';

const long = 'Đăng ký khai sinh có yếu tố nước ngoài kết hợp đăng ký nhận cha, mẹ, con';

test('a name that has no room is cut short after a word, and says so', () => {
  assert.equal(oneLine('Khai sinh', 300), 'Khai sinh');
  const cut = oneLine(long, 300);
  assert.match(cut, / …$/);
  assert.ok(long.startsWith(cut.slice(0, -2)) && cut.length > 20);
});

test('a pool’s name is one line, a lane’s begins at its edge, all else is written as it was', () => {
  const written: [string, string | undefined][] = [];
  let begins: (told: { element: { type: string } }) => void = () => {};
  const renderer = {
    createText: (text: string, { align }: { align?: string }) => {
      written.push([text, align]);
      return {} as SVGElement;
    },
  };
  const events = {
    on(_event: string, _priority: number, listener: typeof begins) {
      begins = listener;
    },
  };
  keepNamesApart(events, renderer);
  const band = { align: 'center-middle', box: { width: 200 } };
  begins({ element: { type: 'bpmn:Participant' } });
  renderer.createText(long, band);
  begins({ element: { type: 'bpmn:Lane' } });
  renderer.createText(long, band);
  begins({ element: { type: 'bpmn:UserTask' } });
  renderer.createText(long, { align: 'center-middle', box: { x: 0, width: 200 } } as typeof band);
  assert.deepEqual(written, [
    [oneLine(long, 200), 'center-middle'],
    [long, 'center-top'],
    [long, 'center-middle'],
  ]);
});
