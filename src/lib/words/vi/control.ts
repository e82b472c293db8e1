import type { UnitKind } from '#domain/agency/agency.ts';
import type { PublishProblem } from '#domain/form/check-publishable.ts';
import type { ConditionDoubt } from '#domain/form/condition-doubts.ts';
import type { StepAct } from '#domain/procedure/step.ts';
import type { ComparedField, Difference } from '#domain/workflow/compare-workflows.ts';
import type { DraftAct } from '#domain/workflow/draft.ts';
import type { Doubt, RefusedReason } from '#domain/workflow/refused-part.ts';
import type { Untold } from '#domain/workflow/step-table.ts';
import type { WayBy } from '#domain/workflow/try-out.ts';
import type { XmlFault } from '#domain/workflow/xml-fault.ts';

/** The pages of the officer who controls procedures. */
export const control = {
  title: 'Thủ tục và quy trình',
  lead: 'Mỗi thủ tục có các phiên bản đã ban hành và, khi đang sửa, một bản nháp quy trình.',
  search: 'Tìm thủ tục',
  searchAct: 'Tìm',
  onlyDrafts: 'Chỉ thủ tục đang có bản nháp',
  caption: 'Danh sách thủ tục',
  procedure: 'Thủ tục',
  version: 'Phiên bản mới nhất',
  draft: 'Bản nháp',
  none: 'Không có thủ tục nào khớp. Hãy thử ít từ hơn, hoặc bỏ chọn bản nháp.',
  noDraft: 'không có',
  draftOf: '{by}, {moment}',
  versionNo: 'Phiên bản {version}',
  from: 'từ {day}',
  fromUntil: 'từ {day} đến trước {until}',
  drawn: 'có sơ đồ',
  asTable: 'lần lượt từng bước',
  versions: 'Các phiên bản',
  inForce: 'đang có hiệu lực',
  notYet: 'chưa có hiệu lực',
  ended: 'đã hết hiệu lực',
  download: 'Tải tệp BPMN',
  downloadVersion: 'Tải tệp BPMN của phiên bản {version}',
  compare: 'So sánh',
  compareTitle: 'So sánh hai phiên bản',
  compareFrom: 'Phiên bản trước',
  compareTo: 'Phiên bản sau',
  compareAct: 'Xem khác nhau',
  theDraft: 'Bản nháp',
  same: 'Hai bản không khác nhau.',
  differences: '{count} chỗ khác nhau',
  what: 'Chỗ khác',
  before: 'Trước',
  after: 'Sau',
  nothing: '(không có)',
  beforeDrawn: 'Sơ đồ trước',
  afterDrawn: 'Sơ đồ sau',
  edit: 'Soạn quy trình',
  goOn: 'Soạn tiếp bản nháp',
  try: 'Chạy thử',
  publish: 'Ban hành',
  publishTitle: 'Ban hành phiên bản {version}',
  publishLead:
    'Phiên bản mới có hiệu lực từ ngày chọn; phiên bản trước hết hiệu lực ngày đó. Hồ sơ đang giải quyết đi tiếp theo phiên bản của nó.',
  inForceFrom: 'Có hiệu lực từ ngày',
  inForceHint: 'Ví dụ 02/7/2018; từ hôm nay trở đi',
  dayWrong: 'Hãy ghi ngày, tháng, năm, ví dụ 02/7/2018.',
  ground: 'Căn cứ ban hành',
  groundHint: 'Số, ngày và cơ quan ra quyết định công bố',
  groundMissing: 'Hãy ghi quyết định làm căn cứ.',
  publishAct: 'Ban hành phiên bản mới',
  published: 'Đã ban hành phiên bản {version}.',
  cannotPublish: 'Chưa ban hành được: còn {count} chỗ phải sửa',
  changes: 'Khác với phiên bản đang có',
  import: 'Nhập tệp BPMN',
  file: 'Tệp',
  importHint: 'BPMN 2.0, nhỏ hơn 10 MB. Tệp thay cho bản nháp đang có; phần mà phần mềm khác ghi thêm được giữ nguyên.',
  importAct: 'Nhập tệp',
  imported: 'Đã nhập tệp làm bản nháp.',
  fileMissing: 'Hãy chọn một tệp BPMN.',
  unread: 'Không nhập được, chưa có gì được lưu:',
  discard: 'Bỏ bản nháp',
  discarded: 'Đã bỏ bản nháp.',
  acts: 'Ai đã làm gì với bản nháp',
  noActs: 'Chưa ai soạn bản nháp nào.',
  act: '{moment}: {by} {act}',
  somebody: 'người không còn trong danh sách',
  moved: '{by} {act} lúc {moment}, sau khi ông/bà mở trang này. Nội dung ông/bà vừa nhập vẫn còn nguyên bên dưới.',
  movedSame: 'Bản đó không khác bản ông/bà đã mở.',
  movedChanged: 'Người đó đã đổi:',
  movedOver: 'Lưu lần nữa để đặt bản của ông/bà lên trên.',
  movedTake: 'Bỏ bản của tôi, mở bản vừa lưu',
} as const;

export const editor = {
  title: 'Soạn quy trình',
  steps: 'Các bước',
  diagram: 'Sơ đồ',
  noDrawing: 'Không bật JavaScript nên sơ đồ chỉ để xem; sửa bằng bảng các bước. Lỗi được kiểm tra khi lưu.',
  step: 'Bước',
  name: 'Tên bước',
  kind: 'Việc',
  agency: 'Cơ quan',
  share: 'Tỷ lệ %',
  form: 'Biểu mẫu',
  paper: 'Giấy tờ ra',
  more: 'Biểu mẫu: {form}; giấy tờ ra: {paper}; việc được làm thêm: {acts}',
  moreToSay: 'Biểu mẫu, giấy tờ ra, việc được làm thêm',
  none: 'không ghi',
  acts: 'Việc được làm thêm',
  allActs: 'tất cả',
  actsHint: 'Chọn việc nào thì chỉ được làm việc đó; không chọn việc nào thì mọi việc đều được làm.',
  arrange: 'Thêm, bỏ, dời',
  choose: 'Chọn',
  receiving: 'Nơi tiếp nhận',
  insert: 'Thêm bước sau',
  insertAfter: 'Thêm bước sau “{name}”',
  insertFirst: 'Thêm bước đầu',
  remove: 'Bỏ',
  removeNamed: 'Bỏ “{name}”',
  up: 'Lên',
  upNamed: 'Dời “{name}” lên',
  down: 'Xuống',
  downNamed: 'Dời “{name}” xuống',
  newStep: 'Bước mới',
  sum: 'Cộng {sum}%',
  placeOf: '{unit}, {role}',
  save: 'Lưu bản nháp',
  saved: 'Đã lưu bản nháp.',
  savedBy: 'Bản nháp do {by} lưu lúc {moment}.',
  notSaved: 'Chưa lưu',
  fromVersion: 'Chưa có bản nháp: bắt đầu từ phiên bản {version}.',
  problems: 'Còn {count} chỗ phải sửa',
  noProblems: 'Không có lỗi: quy trình này ban hành được.',
  showWay: 'Chỉ đường dẫn tới đó',
  way: 'Đường đi: {way}',
  doubts: 'Nên xem lại',
  chosen: 'Phần đang chọn',
  nothingChosen: 'Bấm vào một hình trên sơ đồ để sửa chi tiết của nó.',
  elementName: 'Tên',
  elementKind: 'Loại',
  condition: 'Điều kiện (FEEL)',
  conditionHint: 'Ví dụ: dien-tich > 100. Đọc được các câu: {questions}',
  usual: 'Lối mặc định',
  noUsual: 'Không có',
  timerKind: 'Hẹn',
  duration: 'Sau một khoảng thời gian',
  date: 'Vào một ngày',
  time: 'Thời gian',
  timeHint: 'P2D là 2 ngày, PT4H là 4 giờ; ngày ghi 2018-07-02',
  message: 'Chờ tin',
  outcome: 'Kết thúc bằng',
  laneAgency: 'Cơ quan của làn',
  laneUnit: 'Bộ phận của làn',
  tooWide: 'Kéo để xem hết sơ đồ; lăn chuột cùng phím Ctrl để phóng to, thu nhỏ.',
  drawingLoads: 'Đang mở sơ đồ…',
  drawingBroken: 'Không mở được bảng vẽ. Bảng các bước vẫn dùng được.',
  cannotRead: 'Sơ đồ đang có phần không dùng được, nên bảng chưa theo kịp:',
  leave: 'Bản nháp chưa lưu. Rời trang?',
} as const;

export const trial = {
  title: 'Chạy thử quy trình',
  lead: 'Dắt một hồ sơ đi hết quy trình, nộp lúc {moment}, hẹn trả {due}. Không có gì được lưu.',
  now: 'Đang ở đâu',
  gone: 'Đã qua',
  nothingGone: 'Hồ sơ vừa được nộp.',
  who: '{unit}, {agency}: {role}',
  from: 'bắt đầu {moment}',
  until: 'dự kiến xong {moment}',
  done: 'Xong bước này',
  firesAt: 'Hẹn giờ tới ({moment})',
  way: 'Đi theo “{name}”',
  wayUsual: 'Đi theo “{name}” (mặc định)',
  answers: 'Câu trả lời quyết định lối đi',
  answersLead:
    'Điều kiện của quy trình này chỉ đọc các câu dưới đây. Câu bỏ trống coi như không được trả lời. Trả lời khác là nộp hồ sơ khác: đi lại từ đầu.',
  answersAct: 'Nộp với câu trả lời này',
  decided: '“{place}”: đi theo “{way}”, vì đúng điều kiện {condition}.',
  decidedUsual: '“{place}”: không điều kiện nào đúng, đi theo lối mặc định “{way}”.',
  decidedByOfficer: '“{place}”: không điều kiện nào đúng, cán bộ chọn khi chuyển bước.',
  wayGone: '{place}: đi theo “{way}” ({by})',
  comes: 'Tin tới',
  waits: 'đang chờ nhánh khác',
  isOver: 'Hồ sơ đã đi hết quy trình lúc {moment}.',
  inTime: 'Sớm hơn hẹn trả hoặc đúng hẹn.',
  late: 'Muộn hơn hẹn trả.',
  back: 'Lùi một bước',
  again: 'Đi lại từ đầu',
  broken: 'Quy trình còn lỗi nên chưa chạy thử được:',
  toEditor: 'Về trang soạn',
} as const;

/** What a step can leave to whoever does it. */
export const stepAct = {
  'request-supplement': 'yêu cầu bổ sung',
  'ask-payment': 'yêu cầu nộp tiền',
  suspend: 'tạm dừng',
  refuse: 'từ chối giải quyết',
  'send-back': 'trả lại bước trước',
} as const satisfies Record<StepAct, string>;

/** What decided at a choice. */
export const wayBy = {
  answers: 'theo câu trả lời',
  officer: 'cán bộ chọn',
  default: 'lối mặc định',
} as const satisfies Record<WayBy, string>;

export const unit = {
  'one-stop': 'Bộ phận Một cửa',
  professional: 'Phòng chuyên môn',
  leadership: 'Lãnh đạo',
  clerical: 'Văn thư',
} as const satisfies Record<UnitKind, string>;

export const draftAct = {
  saved: 'đã lưu bản nháp',
  imported: 'đã nhập tệp',
  published: 'đã ban hành',
  discarded: 'đã bỏ bản nháp',
} as const satisfies Record<DraftAct, string>;

export const differenceKind = { added: 'thêm', removed: 'bỏ', changed: 'đổi' } as const satisfies Record<Difference['kind'], string>;

export const workflowPart = {
  start: 'Điểm bắt đầu',
  end: 'Điểm kết thúc',
  terminate: 'Kết thúc tất cả',
  task: 'Bước',
  exclusive: 'Chỗ rẽ',
  parallel: 'Chỗ tách, nhập nhánh',
  timer: 'Hẹn giờ',
  message: 'Chờ tin',
  'boundary timer': 'Hẹn giờ của bước',
  flow: 'Mũi tên',
} as const satisfies Record<Difference['part'], string>;

export const comparedField = {
  name: 'tên',
  kind: 'loại',
  agency: 'cơ quan',
  unit: 'bộ phận',
  stepKind: 'việc',
  role: 'vai trò',
  sharePct: 'tỷ lệ %',
  acts: 'việc được làm thêm',
  form: 'biểu mẫu',
  paper: 'giấy tờ ra',
  outcome: 'kết thúc bằng',
  timer: 'thời gian',
  message: 'tin',
  attachedTo: 'gắn vào',
  defaultFlow: 'lối mặc định',
  from: 'từ',
  to: 'tới',
  condition: 'điều kiện',
} as const satisfies Record<ComparedField, string>;

/** What stands against publishing; each names its place, whether it says it or not. */
export const problem = {
  deadlock: 'Hồ sơ kẹt tại “{place}”: ở đó chờ một nhánh không bao giờ tới.',
  'two-tokens': 'Hai nhánh có thể cùng tới “{place}”: việc ở đó bị làm hai lần.',
  'dead-task': 'Không hồ sơ nào tới được “{place}”.',
  'no-exit': 'Hồ sơ đi vòng mãi qua “{place}”, không có lối ra.',
  'too-large': 'Sơ đồ lớn quá nên không kiểm tra hết được mọi đường đi.',
  'begins-without-receipt': 'Sau điểm bắt đầu phải là đúng một bước tiếp nhận.',
  'ends-without-return': 'Hồ sơ kết thúc ở “{place}” mà chưa trả kết quả.',
  'result-left-out': 'Có đường tới “{place}” mà bỏ qua bước phải làm trước: thẩm định, rồi ký, rồi vào số.',
  'choice-without-default': 'Chỗ rẽ “{place}” có điều kiện nhưng chưa có lối mặc định.',
  'nobody-chooses':
    'Chỗ rẽ “{place}” đứng sau hẹn giờ hoặc thông tin chờ, không có cán bộ nào chọn hướng: hãy đặt điều kiện hoặc một bước ở trước.',
  'condition-in-round': 'Chỗ rẽ “{place}” theo câu trả lời nằm trong vòng lặp: câu trả lời không đổi nên hồ sơ không ra được.',
  'timer-unreadable': 'Hẹn giờ “{place}” chưa ghi thời gian đọc được, ví dụ P2D là 2 ngày.',
  'message-without-name': 'Chỗ chờ tin “{place}” chưa ghi chờ tin gì.',
  'task-untold': '“{place}”: {reason}.',
  'steps-differ': 'Các bước không khớp với sơ đồ.',
  'shares-not-100': 'Tỷ lệ thời gian của các bước cộng lại là {sum}%, phải đủ 100%.',
  'agency-unknown': '“{place}”: không có cơ quan “{agency}”.',
  'unit-missing': '“{place}”: {agency} không có {unit}.',
  'act-unknown': '“{place}”: không có việc nào tên “{act}”.',
  'condition-unreadable': 'Điều kiện của “{place}” sai từ ký tự thứ {at}.',
  'condition-reads-unasked': 'Điều kiện của “{place}” đọc “{name}”, nhưng biểu mẫu không hỏi câu đó.',
} as const satisfies Record<PublishProblem['kind'], string>;

export const untold = {
  'no-steps': 'chưa có bước nào',
  'steps-out-of-order': 'số thứ tự các bước không liền nhau',
  'share-not-positive': 'tỷ lệ thời gian phải lớn hơn 0',
  'agency-missing': 'chưa chọn cơ quan',
  'provenance-missing': 'chưa ghi căn cứ',
  'not-one-way': 'không phải một đường thẳng',
  'not-a-step': 'không phải một bước',
  'name-missing': 'chưa có tên',
  'kind-missing': 'chưa chọn việc',
  'share-missing': 'chưa ghi tỷ lệ thời gian',
  'role-differs': 'vai trò không hợp với việc',
  'unit-differs': 'bộ phận của làn không hợp với việc',
  'more-than-a-step': 'có phần mà bảng các bước không ghi được',
} as const satisfies Record<Untold['reason'], string>;

/** Why a file is not read; `what` is what stands there. */
export const unreadPart = {
  'too-large': 'tệp lớn hơn 10 MB',
  'not-text': 'không phải văn bản',
  'document-type': 'có khai báo kiểu tài liệu, không nhận vì lý do an toàn',
  entity: 'có thực thể tự định nghĩa, không nhận vì lý do an toàn',
  'not-well-formed': 'XML hỏng',
  'not-bpmn': 'không phải BPMN 2.0',
  'id-doubled': 'mã bị trùng',
  'id-missing': 'thiếu mã',
  'points-nowhere': 'chỉ tới phần không có',
  'points-elsewhere': 'chỉ tới phần không nối được',
  'flow-into-start': 'mũi tên đi vào điểm bắt đầu',
  'flow-out-of-end': 'mũi tên đi ra từ điểm kết thúc',
  'no-workflow': 'không có quy trình nào',
  'no-start': 'không có điểm bắt đầu',
  'condition-unreadable': 'điều kiện không đọc được',
  'value-unreadable': 'giá trị không đọc được',
  'not-in-subset': 'loại hình này chưa dùng được',
} as const satisfies Record<RefusedReason, string>;

export const doubt = {
  'no-end-event': 'Chưa có điểm kết thúc nào.',
  'implicit-end': 'Sau “{place}” không có gì: hồ sơ dừng ở đó.',
  'choice-without-default': 'Chỗ rẽ “{place}” chưa có lối mặc định.',
  'condition-missing': 'Mũi tên “{place}” chưa có điều kiện: cán bộ tự chọn.',
  'timer-without-time': 'Hẹn giờ “{place}” chưa ghi thời gian.',
  'timer-unreadable': 'Hẹn giờ “{place}” ghi thời gian không đọc được.',
  'never-reached': 'Không mũi tên nào dẫn tới “{place}”.',
  'unknown-part': 'Phần “{place}” của phần mềm khác: được giữ nguyên.',
  'points-nowhere': '“{place}” chỉ tới phần không có.',
  'condition-compares-unoffered':
    'Điều kiện của “{place}” so “{name}” với “{value}”, nhưng câu đó không có lựa chọn này; chỉ có: {offered}.',
} as const satisfies Record<Doubt['kind'] | ConditionDoubt['kind'], string>;

export const unreadPlace = {
  line: 'dòng {line}, cột {column}',
  element: 'phần {element}',
  said: '{place}: {why}',
  saidNowhere: '{why}',
  why: '{reason} ({what})',
} as const;

/** What stands in a file, where its own names do not say it alone. */
export const unreadWhat = {
  second: '{part} thứ hai',
  conditionBehind: 'điều kiện sau {part}',
  conditionIn: 'điều kiện viết bằng {part}',
  several: 'nhiều sự kiện cùng lúc',
  withoutEvent: '{part} không có sự kiện',
  interrupting: '{part} ngắt bước đang làm',
} as const;

/** Why a file is no XML. */
export const xmlFault = {
  'breaks-off': 'XML hỏng, tệp bị cắt ngang, hoặc có thẻ mở mà không đóng',
  'tags-crossed': 'XML hỏng, thẻ đóng không khớp với thẻ mở',
  'no-tags': 'không phải XML, không có thẻ nào',
  'text-outside': 'XML hỏng, có chữ nằm ngoài thẻ bao ngoài cùng',
  'attribute-broken': 'XML hỏng, thuộc tính của thẻ viết sai',
  'name-broken': 'XML hỏng, tên thẻ viết sai',
  'prefix-unknown': 'XML hỏng, tiền tố của tên thẻ chưa khai báo',
  'sign-forbidden': 'XML hỏng, có ký tự không được dùng',
  'ampersand-bare': 'XML hỏng, dấu & đứng một mình, phải viết &amp;',
} as const satisfies Record<XmlFault, string>;

/** The drawing board's own tools. */
export const board = {
  hand: 'Kéo khung nhìn',
  lasso: 'Khoanh chọn nhiều hình',
  space: 'Dãn hoặc dồn chỗ',
  connect: 'Nối mũi tên',
  append: 'Thêm sau đó: {part}',
  remove: 'Xóa',
  laneAbove: 'Thêm làn phía trên',
  laneDivide: 'Chia làn làm hai',
  laneBelow: 'Thêm làn phía dưới',
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  fit: 'Xem cả sơ đồ',
} as const;
