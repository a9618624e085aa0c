package dev.zonal.paper;

/** What a finding rests on. */
public enum Evidence {
  /** A proof for all frequencies, depths or dimensions that it names. */
  PROOF,
  /** Numbers every digit of which is proved. */
  CERTIFIED,
  /** Random draws, with their standard errors. */
  SAMPLE,
  /** Doubles, as other programs have them. */
  DOUBLES
}
