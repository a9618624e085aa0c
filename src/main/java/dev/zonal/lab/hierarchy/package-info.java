/**
 * The neural tangent hierarchy of a given network of finite width (Huang and Yau): its kernels of
 * every order, its gradient flow, and the flow of the hierarchy cut off (docs/theory.md, section
 * 24).
 */
package dev.zonal.lab.hierarchy;
