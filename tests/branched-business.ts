import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CatalogueFile } from '#domain/procedure/read-catalogue.ts';
import type { StepKind } from '#domain/procedure/step.ts';
import type { Workflow, WorkflowNode } from '#domain/workflow/workflow.ts';
import { writeBpmn } from '#domain/workflow/write-bpmn.ts';
import { drawn } from '#tests/drawn.ts';

const data = path.join(import.meta.dirname, '../data');
const procedures = 'procedures/district/ho-kinh-doanh.json';

type DrawnTask = { readonly name: string; readonly stepKind: StepKind; readonly laneId: string; readonly sharePct: number };

const tasks: Readonly<Record<string, DrawnTask>> = {
  receive: { name: 'Tiếp nhận, kiểm tra, chuyển hồ sơ', stepKind: 'receive', laneId: 'receiving', sharePct: 10 },
  appraise: { name: 'Thẩm tra tên, ngành nghề, lập dự thảo', stepKind: 'appraise', laneId: 'phong-tai-chinh', sharePct: 30 },
  single: { name: 'Thẩm tra hồ sơ của cá nhân, lập dự thảo', stepKind: 'appraise', laneId: 'phong-tai-chinh', sharePct: 20 },
  tax: { name: 'Xem xét nghĩa vụ thuế của các thành viên', stepKind: 'check', laneId: 'chi-cuc-thue', sharePct: 10 },
  sign: { name: 'Ký Giấy chứng nhận', stepKind: 'sign', laneId: 'phong-tai-chinh', sharePct: 15 },
  number: { name: 'Văn thư cho số, đóng dấu', stepKind: 'number', laneId: 'phong-tai-chinh', sharePct: 5 },
  return: { name: 'Thu lệ phí, trả kết quả', stepKind: 'return', laneId: 'receiving', sharePct: 10 },
};

/** Whose lane what is no task lies in. */
const lanes: Readonly<Record<string, string>> = { notice: 'phong-tai-chinh', ready: 'phong-tai-chinh', answer: 'chi-cuc-thue' };

const names: Readonly<Record<string, string>> = {
  founders: 'Ai thành lập?',
  apart: 'Hai nơi cùng làm',
  notice: 'Niêm yết tên một ngày',
  answer: 'Chi cục Thuế gửi mã số thuế',
  together: 'Cả hai nơi xong',
  ready: 'Trình ký',
};

/** Of several founders two agencies see to it at once; the one waits for a time, the other for a message. */
const bothAgencies = [
  'S:start > receive > founders:xor > apart:and > appraise > notice:timer > together:and',
  'apart > tax > answer:message > together > ready:xor',
  'founders > single > ready > sign > number > return > E:end',
];

/** The same without the tax agency: what lies there has no place on it. */
const oneAgency = [
  'S:start > receive > founders:xor > appraise > notice:timer > ready:xor',
  'founders > single > ready > sign > number > return > E:end',
];

/** Registering a household business, drawn. */
function branchedBusiness(lines: readonly string[]): Workflow {
  const { nodes, flows } = drawn(...lines);
  const isAlone = nodes.every(({ id }) => id !== 'tax');
  const provenance = { stated: false, source: 'made up for tests' };
  const lane = (id: string, name: string) => ({ id, name, parentId: null, agency: id, unit: null });
  return {
    id: 'branched_business',
    name: 'Đăng ký thành lập hộ kinh doanh',
    lanes: [
      lane('receiving', 'Bộ phận một cửa'),
      lane('phong-tai-chinh', 'Phòng Tài chính - Kế hoạch'),
      lane('chi-cuc-thue', 'Chi cục Thuế thành phố'),
    ],
    flows: flows.map((flow) =>
      flow.id === 'founders-apart' || flow.id === 'founders-appraise' ? { ...flow, condition: 'founder-kind = "group"' } : flow,
    ),
    nodes: nodes.map((bare): WorkflowNode => {
      const name = names[bare.id] ?? '';
      const node = { ...bare, laneId: lanes[bare.id] ?? 'receiving' };
      if (node.kind === 'task') {
        const task = { ...node, ...tasks[node.id], provenance };
        return isAlone && task.stepKind === 'appraise' ? { ...task, sharePct: 30 } : task;
      }
      if (node.kind === 'exclusive') return { ...node, name, defaultFlowId: node.id === 'founders' ? 'founders-single' : null };
      return node.kind === 'message' ? { ...node, name, message: name } : { ...node, name };
    }),
  };
}

/** The demo city's catalogue, in which registering a household business is drawn: version 2 by both agencies, 3 by one, 4 by both again. */
export async function branchedCatalogue(): Promise<CatalogueFile[]> {
  const city = path.join(data, 'ha-giang');
  const files = readdirSync(city, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ path: file, text: readFileSync(path.join(city, file), 'utf8') }));
  return [
    ...files.map((file) => (file.path === procedures ? { ...file, text: withDrawnVersions(file.text) } : file)),
    { path: 'workflows/both.bpmn', text: await writeBpmn(branchedBusiness(bothAgencies)) },
    { path: 'workflows/one.bpmn', text: await writeBpmn(branchedBusiness(oneAgency)) },
    { path: 'calendar.json', text: readFileSync(path.join(data, 'calendar/vietnam-2018-2026.json'), 'utf8') },
  ];
}

function withDrawnVersions(text: string): string {
  const file: { readonly procedures: readonly { readonly procedureId: string; readonly steps?: unknown }[] } = JSON.parse(text);
  const business = file.procedures.find(({ procedureId }) => procedureId === 'HG-125');
  const { steps: _, ...rest } = business ?? {};
  const drawnVersions = ['both', 'one', 'both'].map((drawing, i) => ({ ...rest, version: i + 2, drawing }));
  return JSON.stringify({ ...file, procedures: [...file.procedures, ...drawnVersions] });
}
