\\ Checks enclosures of eigenvalues with PARI/GP: independent, but not proved.
\\
\\   ROWS=FILE gp -fq check.gp
\\
\\ FILE has rows "kernel, dimension, k, lower, upper" (tabs). The kernels are written in the angle with the
\\ normalised recursions, the integral is done by the tanh-sinh rule at two step lengths, and P_k(cos t) is the
\\ Jacobi polynomial's hypergeometric sum for k <= 12 and its recurrence for larger k. Exit code 1 if an enclosure does
\\ not hold the value.

MOST_DIGITS = 45;

split(text, by) = {
  my(parts = List(), part = List(), v = Vecsmall(text), b = Vecsmall(by)[1]);
  for (i = 1, #v,
    if (v[i] == b, listput(parts, strchr(Vecsmall(Vec(part)))); part = List(), listput(part, v[i])));
  listput(parts, strchr(Vecsmall(Vec(part))));
  Vec(parts);
}

\\ 12, -1/2, 3.25, 1e-7 as an exact rational number
rational(text) = {
  my(v = Vec(text), mantissa = List(), exponent = 0, point = -1, e = 0);
  if (#split(text, "/") == 2, my(q = split(text, "/")); return(eval(q[1]) / eval(q[2])));
  for (i = 1, #v, if (v[i] == "e" || v[i] == "E", e = i; break));
  if (e, exponent = eval(concat([if (v[i] == "+", "", v[i]) | i <- [e + 1 .. #v]])); v = v[1 .. e - 1]);
  for (i = 1, #v, if (v[i] == ".", point = 0, listput(mantissa, v[i]); if (point >= 0, point++)));
  eval(concat(Vec(mantissa))) * 10^(exponent - max(point, 0));
}

\\ a number or a power such as L^(-1/2)
parameter(text, depth) = {
  my(p = split(text, "^"), bare = (t -> concat([if (c == "(" || c == ")", "", c) | c <- Vec(t)])));
  if (#p == 1, return(rational(text)));
  my(base = if (p[1] == "L", depth, rational(bare(p[1]))), e = rational(bare(p[2])));
  if (denominator(2*e) == 1 && e != 0, return(if (denominator(e) == 1, base^e, ["root", base^(2*e)])));
  (base * 1.)^e;
}
square(p) = if (type(p) == "t_VEC", p[2], p^2);

lookup(fields, key, otherwise) = {
  for (i = 1, #fields, my(f = split(fields[i], "=")); if (f[1] == key, return(f[2])));
  otherwise;
}

\\ One layer on angles: t' with cos t' = (a cos t + b kappa_1 + c)/(a + b + c), from the half angle, of which the
\\ sine (in the left half) or the cosine is small.
excess(t) = {
  if (t < 1/100, my(x = t^2, s = 1./3, u = s); for (m = 0, 10^4, u *= -x/((2*m + 2)*(2*m + 5)); s += u;
    if (abs(u) < 10.^(-getlocalprec() - 5), break)); t^3*s, sin(t) - t*cos(t));
}
through(t, a, b, c) = {
  if (t < 3/2,
  2*asin(sqrt(((a + b)*sin(t/2)^2 - b*excess(t)/(2*Pi))/(a + b + c))),
  2*acos(sqrt(((a + b)*cos(t/2)^2 + c + b*excess(t)/(2*Pi))/(a + b + c))));
}
kappa0(t) = 1 - t/Pi;
kappa1(t) = cos(t) + excess(t)/Pi;

residual(t, L, a2, tau2, all, covarianceOnly) = {
  my(s = a2/(1 + a2), x = t, f = 0, p = 1, w = 1, n = 0);
  for (l = 1, L,
    if (l > 1, x = through(x, 1 - s, s, 0));
    my(pass = 1 - s + s*kappa0(x));
    f = pass*f + kappa1(x) + (cos(x) + tau2*w)*kappa0(x);
    n += 2 + tau2*w; p *= pass; w *= 1 - s);
  my(last = (1 - s)*cos(x) + s*kappa1(x));
  if (covarianceOnly, last, all, (last + p*cos(t) + s*f)/(2 + s*n), f/n);
}

connected(t, L, b, propagated, covarianceOnly) = {
  my(w = if (propagated, 1/(1 + b), 1), x = t, f, n, cov);
  if (propagated && b, x = through(t, 1, 0, b));
  f = if (propagated, cos(x), cos(t) + b);
  n = if (propagated, 1, 1 + b);
  for (l = 1, L,
    if (l > 1, x = through(x, 0, 1, if (propagated, b, 0)));
    cov = w*(kappa1(x) + b);
    f = w*f*kappa0(x) + cov;
    n = if (propagated, w*n + 1, n + 1 + b));
  if (covarianceOnly, cov, f/n);
}

\\ [family, parameters...] from a specification
kernel(text) = {
  my(p = split(text, ":"), fields = split(p[2], ","), L = eval(lookup(fields, "L", "0")));
  my(value = (key -> parameter(lookup(fields, key, "0"), L)));
  if (p[1] == "resntk" || p[1] == "resnngp",
    my(a2 = if (lookup(fields, "alpha2", "") != "", value("alpha2"), square(value("alpha"))));
    return(["residual", L, a2, square(value("tau")), lookup(fields, "train", "") == "all", p[1] == "resnngp"]));
  if (p[1] == "fcntk" || p[1] == "fcnngp",
    return(["connected", L, square(value("beta")), lookup(fields, "bias", "") == "propagated", p[1] == "fcnngp"]));
  if (p[1] == "arccos", return(["arccos", value("n")]));
  if (p[1] == "laplace" || p[1] == "gaussian", return([p[1], value("c")]));
  if (p[1] == "gammaexp", return(["gammaexp", value("c"), value("gamma")]));
  if (p[1] == "matern", return(["matern", value("c"), value("nu") - 1/2]));
  if (p[1] == "chord", return(["chord", value("s")]));
  error("pari: not a kernel it knows: ", text);
}

at(f, t) = {
  my(r = 2*sin(t/2), c = if (type(f[2]) == "t_VEC", sqrt(f[2][2]), f[2]));
  if (f[1] == "residual", residual(t, f[2], f[3], f[4], f[5], f[6]),
      f[1] == "connected", connected(t, f[2], f[3], f[4], f[5]),
      f[1] == "arccos", if (f[2], kappa1(t), kappa0(t)),
      f[1] == "laplace", exp(-c*r),
      f[1] == "gaussian", exp(-c*r^2),
      f[1] == "gammaexp", exp(-c*r^f[3]),
      f[1] == "matern", my(p = f[3]); exp(-c*r)*p!/(2*p)!*sum(i = 0, p, (p + i)!/(i!*(p - i)!)*(2*c*r)^(p - i)),
      f[1] == "chord", r^c);
}

\\ P_k in dimension d at cos t: Sum_j binomial(k,j) (k+d-2)_j/((d-1)/2)_j (-sin(t/2)^2)^j for k <= 12
gegenbauer(d, k, t) = {
  my(a = 1, b = cos(t), u = cos(t), z = -sin(t/2)^2, s = 1, v = 1.);
  if (k <= 12,
    for (j = 0, k - 1, v *= (k - j)*(k + d - 2 + j)/((j + 1)*((d - 1)/2 + j))*z; s += v);
    return(s));
  if (d == 2, return(cos(k*t)));
  if (d == 4, return(sin((k + 1)*t)/((k + 1)*sin(t))));
  for (n = 1, k - 1, [a, b] = [b, ((2*n + d - 2)*u*b - n*a)/(n + d - 2)]);
  b;
}

\\ The tanh-sinh nodes of step h on [0, pi], each measured from its nearer end, with weights and kernel values.
table(f, h) = {
  my(T = asinh(2/Pi*(getlocalprec() + 5)*log(10)/2), nodes = List());
  forstep (x = -T, T, h,
    my(y = Pi/2*sinh(x), q = exp(-2*abs(y)), t = Pi*q/(1 + q));
    if (x > 0, t = Pi - t);
    listput(nodes, [t, h*Pi/2*Pi/2*cosh(x)/cosh(y)^2, at(f, t)]));
  Vec(nodes);
}

eigenvalue(nodes, d, k) = {
  gamma(d/2)/(sqrt(Pi)*gamma((d - 1)/2))
  * sum(i = 1, #nodes, my(t = nodes[i][1]); nodes[i][2]*nodes[i][3]*gegenbauer(d, k, t)*sin(t)^(d - 2));
}

tables = Map();
nodesOf(text, h) = {
  my(key = [text, h, getlocalprec()], v);
  if (!mapisdefined(tables, key, &v), v = table(kernel(text), h); mapput(tables, key, v));
  v;
}

\\ 0: agrees; else what is wrong
check(text, d, k, lower, upper) = {
  my(middle = abs(lower + upper)/2, width = upper - lower, digits = MOST_DIGITS, small = 0);
  if (middle && width, digits = max(10, min(digits, 3 + sizedigit(middle\width + 1))));
  if (middle, small = max(0, -floor(log(middle)/log(10))));
  localprec(((digits + small + d\8 + 15 + 18)\19)*19);
  my(h = 1/2^if (k <= 20 && digits + small < 30, 6, 7), value, coarse, err);
  h = h*1.;
  coarse = eigenvalue(nodesOf(text, 2*h), d, k);
  value = eigenvalue(nodesOf(text, h), d, k);
  err = 100*abs(value - coarse)^2/max(abs(value), 10.^-30) + abs(value)*10.^-digits + 10.^(8 - getlocalprec());
  if (value + err < lower || value - err > upper, return(strprintf("%.30g", value)));
  if (middle && err > abs(value)/10^8, return(strprintf("not computed: %.10g up to %.3g", value, err)));
  0;
}

main() = {
  my(rows = readstr(getenv("ROWS")), bad = 0, good = 0);
  for (i = 1, #rows,
    my(r = split(rows[i], "\t"), wrong);
    if (#r < 5, next);
    wrong = check(r[1], eval(r[2]), eval(r[3]), rational(r[4]), rational(r[5]));
    if (wrong, bad++;
      printf("pari: DISAGREES: %s d=%s k=%s is not in [%s, %s]: %s\n", r[1], r[2], r[3], r[4], r[5], wrong),
      good++));
  printf("pari: %d rows agree\n", good);
  bad;
}

default(parisizemax, "1G");
{
  my(code = 2);
  iferr(code = if (main(), 1, 0), e, printf("pari: %s\n", e));
  quit(code);
}
