/** The part of qrcode that makes the code itself, without its image writers. */
declare module 'qrcode/lib/core/qrcode.js' {
  export { create } from 'qrcode'
}
