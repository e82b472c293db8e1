import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionPlace } from './condition-place.ts';
import { placesIn } from './file-places.ts';

function file(condition: string, id = 'id="f2"'): string {
  return `<process>\n  <sequenceFlow id="f1"><conditionExpression>x</conditionExpression></sequenceFlow>\n  <sequenceFlow ${id} sourceRef="a">\n    <bpmn:conditionExpression xsi:type="t">${condition}</bpmn:conditionExpression>\n  </sequenceFlow>\n</process>`;
}

/** What stands in the file from there on. */
function from(xml: string, at: number): string | undefined {
  const place = conditionPlace(placesIn(xml), 'f2', at);
  return (
    place &&
    xml
      .split('\n')
      [place.line - 1]?.slice(place.column - 1)
      .replace(/(\]\]>)?<\/.*/, '')
  );
}

test('the place of a character of a condition is told as the file writes it', () => {
  assert.deepEqual(conditionPlace(placesIn(file('x ) 1')), 'f2', 2), { line: 4, column: 46 });
  assert.equal(from(file('x ) 1'), 2), ') 1');
  assert.equal(from(file('x &gt; &#41; 1'), 4), '&#41; 1');
  assert.equal(from(file('<![CDATA[ x > ) ]]>'), 4), ') ');
  assert.equal(from(file('<![CDATA[&gt;)]]>'), 4), ')', 'what is literal is as long as it is written');
  assert.equal(from(file('= x ) 1'), 2), ') 1');
  assert.equal(from(file('\n      x )\n', "id='f2'"), 2), ')');
});

test('a flow that gives itself no such id has no place', () => {
  assert.equal(conditionPlace(placesIn(file('x', 'id = "f2"')), 'f2', 0), undefined);
  assert.equal(conditionPlace(placesIn('<sequenceFlow id="f2"/>'), 'f2', 0), undefined);
});
