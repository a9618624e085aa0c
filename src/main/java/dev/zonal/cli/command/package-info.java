/** The commands, one class each, but for those about proofs. */
package dev.zonal.cli.command;
