/** Words for people: quotations of what they wrote, and what they may have meant. */
package dev.zonal.text;
