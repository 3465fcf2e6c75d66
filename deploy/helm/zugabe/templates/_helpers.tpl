{{- define "zugabe.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "zugabe.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else if contains (include "zugabe.name" .) .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "zugabe.name" .) | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* The services' ports, as documented for every way of running Zugabe. */}}
{{- define "zugabe.ports" -}}
catalog: {grpc: 9001, http: 8001}
segmentation: {grpc: 9002, http: 8002}
recommendation: {grpc: 9003, http: 8003}
experiment: {grpc: 9004, http: 8004}
{{- end -}}

{{/* What selects a part's pods; takes {root, part}. Never changes between versions: selectors are immutable. */}}
{{- define "zugabe.selectorLabels" -}}
app.kubernetes.io/name: {{ include "zugabe.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end -}}

{{- define "zugabe.labels" -}}
{{ include "zugabe.selectorLabels" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: zugabe
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "zugabe.partName" -}}
{{- printf "%s-%s" (include "zugabe.fullname" .root) .part -}}
{{- end -}}

{{- define "zugabe.image" -}}
{{- $image := .root.Values.image -}}
{{- $path := printf "%s/%s-service:%s" $image.repository .part (default .root.Chart.AppVersion $image.tag) -}}
{{- if $image.registry -}}{{ $image.registry }}/{{ $path }}{{- else -}}{{ $path }}{{- end -}}
{{- end -}}

{{- define "zugabe.databaseUrl" -}}
{{- if .root.Values.trial.enabled -}}
postgresql://{{ include "zugabe.fullname" .root }}-trial-postgresql:5432/{{ .part }}
{{- else -}}
{{- $postgresql := .root.Values.postgresql -}}
{{- $name := (index .root.Values.services .part).database.name -}}
postgresql://{{ $postgresql.host }}:{{ $postgresql.port }}/{{ $name }}{{ with $postgresql.parameters }}?{{ . }}{{ end }}
{{- end -}}
{{- end -}}

{{/* The restricted pod security standard, for every pod of the chart; takes the uid. */}}
{{- define "zugabe.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
# A database refuses a folder whose mode was changed below it.
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "zugabe.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}
