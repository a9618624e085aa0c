package dev.zonal.data.regression;

/** What is computed of a regression f = sum c_i K(x_i, .). */
public enum Quantity {
  /** c_i. */
  COEFFICIENT,

  /** y_i less the value at x_i of the regression from all other points. */
  LEAVE_ONE_OUT,

  /** The norm of f in the space of the kernel. */
  NORM,

  /** f at a further point. */
  PREDICTION
}
