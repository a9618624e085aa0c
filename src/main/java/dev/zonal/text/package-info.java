/**
 * Words and numbers for people: quotations of what they wrote, what they may have meant, scientific
 * notation.
 */
package dev.zonal.text;
