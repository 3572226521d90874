/**
 * The operating system's keyring, which wraps a secret so that only this user on this machine can unwrap it. Rejects
 * when the keyring is locked or gone; must not exist (null) where the backend is not a real one.
 */
export interface SecretBox {
  seal(secret: Uint8Array): Promise<Uint8Array>;
  open(sealed: Uint8Array): Promise<Uint8Array>;
}
