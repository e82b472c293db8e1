import type { Role } from '#domain/access/actor.ts';
import type { Level } from '#domain/agency/agency.ts';
import type { Channel, DossierState, Outcome } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Collection } from '#domain/form/form.ts';
import type { StepKind } from '#domain/procedure/step.ts';

export const state = {
  submitted: 'Đã nộp, chờ tiếp nhận',
  'awaiting supplement': 'Chờ bổ sung',
  'awaiting payment': 'Chờ nộp nghĩa vụ tài chính',
  suspended: 'Tạm dừng giải quyết',
  received: 'Đã tiếp nhận',
  'in progress': 'Đang giải quyết',
  'result ready': 'Đã có kết quả',
  refused: 'Từ chối giải quyết',
  returned: 'Đã trả kết quả',
  'not accepted': 'Không tiếp nhận',
  withdrawn: 'Đã rút',
  stopped: 'Đã dừng giải quyết',
} as const satisfies Record<DossierState, string>;

export const outcome = { early: 'Sớm hẹn', 'on time': 'Đúng hẹn', late: 'Quá hẹn' } as const satisfies Record<Outcome, string>;

export const channel = { online: 'trực tuyến', counter: 'tại quầy' } as const satisfies Record<Channel, string>;

export const collection = {
  counter: 'Tại quầy',
  post: 'Qua bưu điện',
  electronic: 'Bản điện tử',
} as const satisfies Record<Collection, string>;

export const role = {
  citizen: 'người dân',
  'receiving officer': 'tiếp nhận và trả kết quả',
  specialist: 'chuyên viên',
  head: 'trưởng phòng',
  'signing leader': 'lãnh đạo ký',
  clerk: 'văn thư',
  director: 'giám đốc Trung tâm',
  'hotline officer': 'trực đường dây nóng',
  'procedure controller': 'kiểm soát thủ tục hành chính',
  monitor: 'giám sát',
  administrator: 'quản trị',
  auditor: 'kiểm tra nhật ký',
  system: 'tự động',
} as const satisfies Record<Role, string>;

export const level = { province: 'cấp tỉnh', district: 'cấp thành phố', commune: 'cấp phường, xã' } as const satisfies Record<
  Level,
  string
>;

export const stepKind = {
  receive: 'Tiếp nhận',
  appraise: 'Thẩm định',
  check: 'Kiểm tra',
  sign: 'Ký',
  number: 'Vào số, đóng dấu',
  return: 'Trả kết quả',
} as const satisfies Record<StepKind, string>;

/** What happened, as a heading in the history. */
export const event = {
  submitted: 'Nộp hồ sơ',
  received: 'Tiếp nhận, lập giấy hẹn',
  'not accepted': 'Từ chối tiếp nhận',
  'supplement requested': 'Yêu cầu bổ sung',
  'supplement given': 'Người nộp đã bổ sung',
  'payment requested': 'Yêu cầu nộp nghĩa vụ tài chính',
  'payment recorded': 'Đã nộp nghĩa vụ tài chính',
  suspended: 'Tạm dừng giải quyết',
  resumed: 'Giải quyết tiếp',
  taken: 'Nhận làm',
  assigned: 'Giao việc',
  'handed on': 'Chuyển bước',
  'hand-over withdrawn': 'Lấy lại việc đã chuyển',
  'sent back': 'Trả lại bước trước',
  'result drafted': 'Lập kết quả',
  'result signed': 'Ký kết quả',
  'result numbered': 'Vào số, đóng dấu',
  'result ready': 'Đã có kết quả',
  refused: 'Từ chối giải quyết',
  returned: 'Trả kết quả',
  'withdrawal requested': 'Xin rút hồ sơ',
  'withdrawal denied': 'Không cho rút hồ sơ',
  withdrawn: 'Đã rút hồ sơ',
  'timer fired': 'Đến mốc thời gian của quy trình',
  'message came': 'Đã có thông tin chờ',
  'moved to version': 'Chuyển sang phiên bản quy trình mới',
  reopened: 'Mở lại hồ sơ',
  'closed unanswered': 'Dừng giải quyết vì không bổ sung',
  corrected: 'Đính chính',
  'due time warned': 'Nhắc sắp đến hạn',
  'lateness reported': 'Báo lãnh đạo: quá hạn',
  'apology given': 'Xin lỗi và hẹn lại',
  'due time recounted': 'Tính lại hẹn trả theo lịch nghỉ mới',
} as const satisfies Record<DossierEvent['type'], string>;
