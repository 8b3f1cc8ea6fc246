#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Everything one does with Accord's source, from a bare Debian 12 on. `./do` alone lists the verbs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage="Accord

  ./do run [--empty] [--port N]   install what is missing, build, and serve the demo company (--empty: your own)
  ./do build                      the same without serving: build/release/accord
  ./do test                       every test; the last line counts them
  ./do golden                     rewrite what is generated and recorded, to be reviewed as a diff
  ./do check                      format and types
  ./do tidy [BASE | all]          clang-tidy on what changed since BASE, or on everything
  ./do fmt                        format the C++ files
  ./do bench [PART...]            what has a budget: start screens load queues handoff call_desk review import list attribution roi funnel (default: all)
  ./do year [SEED [STEPS]]        a simulated year from a seed (drawn), in so many steps (2000)
  ./do sanitize [KIND]            tests under sanitizers: address, gcc or thread (default: all three)
  ./do fuzz [SECONDS]             each fuzz target for SECONDS (default 30)"

for_build=(g++ cmake ninja-build ccache ca-certificates tzdata nodejs npm libboost1.81-dev libboost-json1.81-dev
  libsqlite3-dev libsodium-dev libxxhash-dev libhowardhinnant-date-dev libfmt-dev libspdlog-dev libcli11-dev libssl-dev libicu-dev
  libcurl4-openssl-dev libgmime-3.0-dev)
for_tests=(libgtest-dev librapidcheck-dev libpq-dev postgresql-15 chromium)
for_bench=(libbenchmark-dev)
for_check=(git clang-format)
for_clang=(clang-19 libclang-rt-19-dev)
for_tidy=(git clang-tidy-19 "${for_clang[@]}")

main() {
  local verb=${1:-help}
  shift || true
  case $verb in
    run | build | test | golden | check | tidy | fmt | bench | year | sanitize | fuzz) "do_$verb" "$@" ;;
    help | -h | --help) echo "$usage" ;;
    *) stop "There is no './do $verb'; './do' lists what there is." ;;
  esac
}

# ---- The verbs ------------------------------------------------------------------------------------------------------

do_run() {
  local port=7700 demo=--demo
  while (($#)); do
    case $1 in
      --empty) demo= ;;
      --port) port=${2:-} && shift $(($# > 1)) ;;
      *) stop "'./do run' takes --empty and --port N, not '$1'." ;;
    esac
    shift
  done
  [[ $port =~ ^[0-9]{1,5}$ ]] || stop "--port needs a number, as in: ./do run --port 7701."
  port_is_free "$port" || stop "Port $port is taken by another program: stop that, or take another: ./do run --port $((port + 1))."
  do_build
  exec build/release/accord serve $demo --port "$port"
}

do_build() {
  prepare "${for_build[@]}"
  with_screens
  [[ -f build/release/build.ninja ]] || configure release -DACCORD_SCREENS=ON
  compile release accord
}

do_test() {
  prepare "${for_build[@]}" "${for_tests[@]}"
  with_screens
  configure release -DACCORD_SCREENS=ON
  compile release accord accord_test
  rm -rf build/test && mkdir -p build/test
  export ACCORD_DATA=${ACCORD_DATA:-../shared/data} ACCORD_PROGRAM=$PWD/build/release/accord
  at_once rules_suite "$(nproc)" -- $(seq 0 $(($(nproc) - 1)))
  suite types node node_modules/typescript/bin/tsc
  suite screens node node_modules/vitest/vitest.mjs run --reporter=default --reporter=junit --outputFile=build/test/screens.xml
  local file others=()
  for file in tests/browser/*_test.mjs; do
    [[ $file =~ /(figures|pages)_test ]] || others+=("$file")
  done
  # Those that walk through everything there is come first, for they take as long as all others together.
  at_once browser_suite -- tests/browser/{figures,pages}_test.mjs "${others[@]}"
  count_tests
}

do_golden() {
  prepare "${for_build[@]}" "${for_tests[@]}"
  configure dev -DCMAKE_BUILD_TYPE=Debug
  compile dev accord accord_test
  build/dev/accord generate
  ACCORD_GOLDEN="write" build/dev/accord_test --gtest_brief=1
}

do_check() {
  prepare "${for_build[@]}" "${for_tests[@]}" "${for_check[@]}"
  with_screens
  git ls-files '*.cpp' '*.hpp' | xargs clang-format --dry-run -Werror
  node node_modules/typescript/bin/tsc
}

do_tidy() {
  local base=${1:-} sources
  prepare "${for_build[@]}" "${for_tests[@]}" "${for_bench[@]}" "${for_tidy[@]}"
  configure_for tidy
  sources=$(sources_since "${base:-$(last_release)}")
  say "clang-tidy on $(grep -c . <<<"$sources" || true) files"
  xargs -r -n 1 -P "$(jobs_at_once)" clang-tidy-19 -p build/tidy --quiet <<<"$sources"
}

do_fmt() {
  prepare git clang-format
  git ls-files '*.cpp' '*.hpp' | xargs clang-format -i
}

do_bench() {
  prepare "${for_build[@]}" "${for_bench[@]}"
  with_screens
  configure release -DACCORD_SCREENS=ON
  compile release accord accord_bench
  node bench/bench.mjs "$@"
}

do_year() {
  local seed=${1:-$RANDOM} steps=${2:-2000}
  [[ $seed$steps =~ ^[0-9]+$ ]] || stop "'./do year' takes two numbers, as in: ./do year 17 2000."
  prepare "${for_build[@]}" "${for_tests[@]}"
  [[ -f build/release/build.ninja ]] || configure release
  compile release accord_test
  say "A year of $steps steps from the seed $seed"
  ACCORD_YEAR_SEED=$seed ACCORD_YEAR_STEPS=$steps build/release/accord_test --gtest_brief=1 --gtest_filter='Year.*' ||
    stop "The year is not as it has to be, see above."
}

do_sanitize() {
  local kind
  prepare "${for_build[@]}" "${for_tests[@]}" "${for_clang[@]}"
  for kind in ${1:-address gcc thread}; do
    [[ $kind =~ ^(address|gcc|thread)$ ]] || stop "'./do sanitize' takes address, gcc or thread, not '$kind'."
    say "Tests under sanitizers: $kind"
    configure_for "$kind"
    compile "$kind" accord_test
    ACCORD_DATA=${ACCORD_DATA:-../shared/data} at_once sanitized "$kind" "$(nproc)" -- $(seq 0 $(($(nproc) - 1))) ||
      stop "A test failed under the sanitizers of build/$kind, see above."
  done
}

do_fuzz() {
  local names
  prepare "${for_build[@]}" "${for_tests[@]}" "${for_clang[@]}"
  configure_for address
  compile address fuzzers
  mapfile -t names < <(find src tests/fuzz -name '*_fuzz.cpp' -printf '%f\n' | sed 's/\.cpp$//' | sort)
  say "Fuzzing ${names[*]}, each for ${1:-30} seconds"
  at_once fuzzed "${1:-30}" -- "${names[@]}" || stop "A fuzz target found an input that it fails on, see above."
}

# ---- Building -------------------------------------------------------------------------------------------------------

configure() {
  local folder=$1
  shift
  cmake -S . -B "build/$folder" -G Ninja "$@" >build/cmake.log 2>&1 ||
    { tail -n 20 build/cmake.log >&2; stop "The build could not be set up, see above; if this folder was moved, remove build/$folder and try again."; }
}

compile() {
  local folder=$1
  shift
  say "Building $* in build/$folder (some minutes the first time)"
  ninja -C "build/$folder" -j "$(jobs_at_once)" "$@" || stop "Accord did not build; the first message above says where."
}

# A heavy source file takes the compiler most of a gigabyte.
jobs_at_once() {
  local by_memory
  by_memory=$(awk '/^MemAvailable/ { print int($2 / 1200000) }' /proc/meminfo)
  echo $((by_memory < 1 ? 1 : by_memory < $(nproc) ? by_memory : $(nproc)))
}

# The builds that look for faults. clang's one holds the tests, and the fuzz targets beside them. g++ 12 has its own mind
# about coroutines, so what serves the web runs under its sanitizers too; its build is of the floors alone, where the
# coroutines are. The one that looks for races is of the floors and of the facts that are read while others write them. For
# clang-tidy each file stands alone, and so has to include what it needs.
configure_for() {
  local clang=-DCMAKE_CXX_COMPILER=clang++-19 optimised=-DACCORD_OPTIMISE=-O1
  case $1 in
    address) configure address "$clang" "$optimised" -DACCORD_SANITIZE=address,undefined -DACCORD_FUZZ=ON ;;
    gcc) configure gcc -DCMAKE_CXX_COMPILER=g++ "$optimised" -DACCORD_SANITIZE=address,undefined -DACCORD_FLOORS=ON ;;
    thread) configure thread "$clang" "$optimised" -DACCORD_SANITIZE=thread -DACCORD_FLOORS=OFF -DACCORD_FACTS=ON ;;
    tidy) configure tidy "$clang" "$optimised" -DACCORD_FUZZ=ON -DACCORD_TOGETHER=OFF -DACCORD_PRECOMPILE=OFF ;;
  esac
}

# Runs one of several parts of the tests of a build under sanitizers.
sanitized() {
  local kind=$1 parts=$2 part=$3
  GTEST_TOTAL_SHARDS=$parts GTEST_SHARD_INDEX=$part "build/$kind/accord_test" --gtest_brief=1
}

# Runs one fuzz target from its seeds and from what earlier runs found worth keeping.
fuzzed() {
  local seconds=$1 name=$2 corpus=build/fuzz/corpus/$2 log=build/fuzz/$2.log
  mkdir -p "$corpus"
  "build/address/fuzz/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_funcs=0 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/$name-" "$corpus" "tests/fuzz/seeds/$name" >"$log" 2>&1 || { tail -n 40 "$log" >&2; return 1; }
  echo "$name: $(awk '/number_of_executed_units/ { print $2 }' "$log") inputs"
}

# Runs a function once for each argument after --, as many at a time as there are processors; fails if one of them did.
at_once() {
  local call=() argument running=0 status=0
  while [[ $1 != -- ]]; do call+=("$1") && shift; done
  shift
  for argument in "$@"; do
    ((running < $(nproc))) || { wait -n || status=1; running=$((running - 1)); }
    "${call[@]}" "$argument" &
    running=$((running + 1))
  done
  while ((running > 0)); do
    wait -n || status=1
    running=$((running - 1))
  done
  return $status
}

# ---- Tests ----------------------------------------------------------------------------------------------------------

# Runs one of several parts of the C++ tests: one alone leaves processors idle.
rules_suite() {
  local parts=$1 part=$2
  GTEST_TOTAL_SHARDS=$parts GTEST_SHARD_INDEX=$part \
    suite "rules-$part" build/release/accord_test --gtest_brief=1 "--gtest_output=xml:build/test/rules-$part.xml"
}

# Runs one suite. Its own report is build/test/NAME.xml; a suite that makes none, or fails without saying where, counts as one test.
suite() {
  local name=$1 report=build/test/$1.xml result=
  shift
  say "Tests: $name"
  "$@" </dev/null || result='<failure/>'
  [[ -f $report && -z $result ]] || grep -qsE '<(failure|error)' "$report" || echo "<testcase name=\"$name\">$result</testcase>" >>"$report"
}

# A browser's timing is the machine's: a file with a failure is said and run again, twice at most; its last run counts.
browser_suite() {
  local name attempt
  name=browser-$(basename "$1" _test.mjs)
  for attempt in 1 2 3; do
    rm -f "build/test/$name.xml"
    suite "$name" node --test --test-reporter=spec --test-reporter-destination=stdout \
      --test-reporter=junit --test-reporter-destination="build/test/$name.xml" "$1"
    grep -qs '<failure' "build/test/$name.xml" || return 0
    say "A test of $1 failed in run $attempt of at most 3"
  done
}

# Prints what failed and the last line of ./do test, from the JUnit reports of every suite, and fails with it.
count_tests() {
  local status=0
  : >build/test/failed
  cat build/test/*.xml | awk -v RS='<testcase ' '
    function say_failed(text) {
      match(text, /(^| )name="[^"]*"/)
      text = substr(text, RSTART, RLENGTH)
      gsub(/^ ?name="|"$/, "", text)
      print "Failed: " text >>"build/test/failed"
    }
    NR == 1                         { next }
    /<(failure|error)/              { failed++; say_failed($0); next }
    /<skipped|status="notrun"/      { skipped++; next }
                                    { passed++ }
    END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped; exit failed > 0 || passed == 0 }' \
    >build/test/counts || status=1
  cat build/test/{failed,counts}
  return $status
}

# Where a review of the changes starts: what the published main branch does not have yet, or else the last commit.
last_release() {
  local base
  base=$(git merge-base HEAD origin/main 2>/dev/null || true)
  if [[ -n $base && $base != $(git rev-parse HEAD) ]]; then
    echo "$base"
  else
    git rev-parse -q --verify HEAD~1 || echo all
  fi
}

# The sources that changed since a commit, or 'all'. A header is read through the source beside it, or else one that includes it.
sources_since() {
  local header
  if [[ $1 == all ]]; then
    git ls-files '*.cpp'
    return
  fi
  {
    git diff --name-only --diff-filter=d "$1" -- '*.cpp'
    git diff --name-only --diff-filter=d "$1" -- '*.hpp' | while read -r header; do
      git ls-files "${header%.hpp}.cpp" | grep . || git grep -l "#include \"${header#src/}\"" -- '*.cpp' | sed -n 1p || true
    done
  } | sort -u
}

# ---- What the machine needs -----------------------------------------------------------------------------------------

# Installs those of the named Debian packages that are missing; asks nobody, and the network only if something is missing.
prepare() {
  local missing=()
  mapfile -t missing < <(missing_packages "$@")
  mkdir -p build
  ((${#missing[@]})) || return 0
  is_debian_12 || stop "Accord builds on Debian 12, and this is $(system_name): take a machine or a container with Debian 12. Missing here: ${missing[*]}."
  has_space
  local as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || stop "Installing needs rights: run './do' as root, or have an administrator run: apt-get install ${missing[*]}"
    as_root=(sudo)
    sudo -n true 2>/dev/null || sudo -v || stop "Installing needs rights and sudo refused them: have an administrator run: apt-get install ${missing[*]}"
  fi
  say "Installing from Debian: ${missing[*]}"
  "${as_root[@]}" apt-get update >build/apt.log 2>&1 || true
  [[ " ${missing[*]} " != *' postgresql-15 '* ]] || without_a_cluster
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends --no-remove "${missing[@]}" \
    >>build/apt.log 2>&1 </dev/null || explain_apt
}

missing_packages() {
  local package
  for package in "$@"; do
    case $package in
      # These come from elsewhere on many machines.
      nodejs | npm) command -v "${package/nodejs/node}" >/dev/null || echo "$package" ;;
      chromium | git) command -v "$package" >/dev/null || echo "$package" ;;
      *) [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || echo "$package" ;;
    esac
  done
}

# The test starts a PostgreSQL of its own; the machine need not run one because we installed the program.
without_a_cluster() {
  "${as_root[@]}" mkdir -p /etc/postgresql-common/createcluster.d
  echo 'create_main_cluster = false' | "${as_root[@]}" tee /etc/postgresql-common/createcluster.d/accord.conf >/dev/null
}

explain_apt() {
  local reason
  grep '^E:' build/apt.log | tail -n 3 >&2
  if grep -qE 'remove is disabled' build/apt.log; then
    reason="it would have to remove $(sed -n '/REMOVED:$/,/^[^ ]/{/^ /p}' build/apt.log | xargs), which conflicts with what Accord needs: remove that yourself, or use another machine or container"
  elif grep -q 'unmet dependencies' build/apt.log; then
    reason="packages of other origins stand in the way, see build/apt.log: remove those, or use another machine or container"
  elif grep -qE 'Could not resolve|Temporary failure|Could not connect|Unable to locate|no installation candidate|Failed to fetch' build/apt.log; then
    reason="Debian's packages cannot be reached: connect this machine to the network (or name a mirror in /etc/apt/sources.list) and run the same command again"
  elif grep -q 'Could not get lock' build/apt.log; then
    reason="another program is installing packages: wait for it and run the same command again"
  else
    reason="see above and build/apt.log"
  fi
  stop "apt-get could not install what Accord needs: $reason."
}

is_debian_12() { [[ $(. /etc/os-release 2>/dev/null && echo "${ID:-}${VERSION_ID:-}") == debian12 ]] && command -v apt-get >/dev/null; }

system_name() { (. /etc/os-release 2>/dev/null && echo "${PRETTY_NAME:-an unknown system}") || echo "an unknown system"; }

has_space() {
  local folder free
  for folder in . /usr; do
    free=$(df --output=avail -k "$folder" | tail -n 1)
    ((free > 3000000)) || stop "Accord needs 3 GB of disk to build, and $(realpath "$folder") has $((free / 1000)) MB free: make room and run the same command again."
  done
}

# The screens are built by Node 22; Debian 12 has Node 18, whose npm leaves out what a newer Node needs.
with_screens() {
  if (($(node -p 'parseInt(process.versions.node)') < 22)); then with_own_node; fi
  cmp -s package-lock.json node_modules/.installed && return
  has_space
  say "Installing the screens' packages from npm"
  npm ci --include=dev --no-audit --no-fund --loglevel=error || stop_npm
  cp package-lock.json node_modules/.installed
}

with_own_node() {
  local package
  package=node-linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')
  if [[ ! -x .tools/node_modules/$package/bin/node || ! -x .tools/node_modules/.bin/npm ]]; then
    say "Installing Node 22 into .tools"
    npm install --prefix .tools --no-audit --no-fund --loglevel=error "$package@22" npm@11 || stop_npm
  fi
  PATH=$PWD/.tools/node_modules/$package/bin:$PWD/.tools/node_modules/.bin:$PATH
}

stop_npm() { stop "npm could not install its packages: connect this machine to the network (or name your registry with 'npm config set registry') and run the same command again."; }

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

say() { printf '\n— %s\n' "$1"; }

stop() {
  printf '\n%s\n' "$1" >&2
  exit 1
}

main "$@"
