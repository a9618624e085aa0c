/** The commands under {@code zonal lab}: networks of finite width beside their limits. */
package dev.zonal.cli.lab;
