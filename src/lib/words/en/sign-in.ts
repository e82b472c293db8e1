/** The page where officers sign in. */
export const signIn = {
  title: 'Sign in for officers',
  name: 'User name',
  nameHint: 'For example: tiepnhan.trungtam',
  nameMissing: 'Type your user name.',
  password: 'Password',
  passwordMissing: 'Type your password.',
  button: 'Sign in',
  lockNote: 'After five wrong passwords the name is locked for 15 minutes. Left alone for 15 minutes, you sign in again.',
  help: 'If you forgot your password, ask your agency’s administrator. Citizens apply and track without signing in.',
  endedTitle: 'Your session has ended',
  endedThen: 'Come back to this tab and send it again.',
  endedFiles: 'A file has to be chosen again.',
  endedAgain: 'Send again',
} as const;
